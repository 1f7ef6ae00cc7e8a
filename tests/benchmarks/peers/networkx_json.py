"""json and networkx: a graph of tweets, cut into its connected components."""

import networkx as nx
from rows import Row, done, files, listed, rows, told


def main() -> None:
    source, target = files()
    graph = nx.Graph()
    tweets: dict[int, Row] = {}
    for row in rows(source):
        tweets[row.id] = row
        graph.add_node(row.id)
        if row.parent:
            graph.add_edge(row.id, row.parent)
    count = largest = 0
    with open(target, "w", encoding="utf-8") as lines:
        for component in nx.connected_components(graph):
            turns = [tweets[id_] for id_ in sorted(component) if id_ in tweets]
            count += 1
            largest = max(largest, len(turns))
            lines.write(listed(turns))
    told(len(tweets), count, largest)
    done()


if __name__ == "__main__":
    main()
