"""Turkish words that tell whether a sentence speaks of the future or of the past."""

__all__ = ["WAS", "WILL"]

WILL = (
    "olacak|başlayacak|yapılacak|var|bekliyoruz|bekleniyor|başlıyor|oynanacak|"
    "toplanıyoruz|buluşuyoruz|görüşürüz|planlanıyor|düzenleniyor|gerçekleşecek|"
    "açıklanacak|bekleriz|davetlisiniz|davetli|kaçırmayın|canlı yayında|yayında|"
    "izleyin|katılın|gelin|oylanacak|görüşülecek|toplanıyor|sona eriyor|bitiyor|"
    "kapanıyor|açılıyor|geliyor|oynuyor|oynuyoruz|çıkıyor|çıkıyoruz|yürüyoruz|sandığa|"
    "buluşalım|toplanalım|unutmayın|konuğum|konuğumuz|konuk|ekrandayız|biletler|"
    "planlanan|beklenen"
)
WAS = (
    "oldu|vurdu|vurdular|öldü|öldüler|vuruldu|patladı|düştü|saldırdı|geldi|gitti|dedi|"
    "yaptı|yapıldı|açıkladı|duyurdu|söyledi|başladı|kaldı|çıktı|etti|ediyordu|vardı|"
    "yoktu|idi|olmuş|gözaltına alındı|şehit oldu|düşürüldü|bombaladı|bombalandı|attı|"
    "yıktı|yıkıldı|kesildi|kapatıldı|bulundu|gördük|duyduk|geldik|gittik|yaptık|kaldık|"
    "aldık|verdik|dedik|olduk|bekledik|konuştuk|oynadık|kazandık|seçtik|yürüdük|"
    "uyandık|yaşandı|yaşadık|kaybettik|kazandı|kaybetti|yendik|yenildik"
)
