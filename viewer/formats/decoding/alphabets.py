"""The letters that languages have beyond ASCII, and the code pages that they were written in."""

from typing import Final

#: The letters, and signs that no other language has, the most frequent first.
LETTERS: Final = {
    "Albanian": "ëç",
    "Arabic": "الينمورتبهةدسعفأكقحجىشصخئإذطءزضآؤثغظ،؟ًٌَُِّْ",
    "Belarusian": "анiіоерстлыкувдпмязьўйгбчхцёжшюфэ",
    "Bulgarian": "аоеинтрсвлкдпмгузябъчщцхжшюйфь",
    "Catalan": "àéèíóòçú·ïü",
    "Chinese, simplified": (
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之"
        "年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样"
        "理心她本前开但因只从想实"
    ),
    "Chinese, traditional": (
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之"
        "年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣"
        "理心她本前開但因只從想實"
    ),
    "Croatian, Slovenian": "čšžćđ",
    "Czech": "íáéěřýšžčůúňťďó",
    "Danish, Norwegian": "åøæéòóôêè",
    "Dutch": "éëïèóöüêá",
    "English": "’“”—…‘–éñüöáíçèïóêãôâäåøæàëß",
    "Estonian": "äõüöšž",
    "Finnish": "äöåšž",
    "French": "éàèêçûùâîôœëï",
    "German": "üäöß",
    "Greek": "αοιετσνηυρπκμλςωίόάγέδήχθύφΆβώξζψϊΐϋΰ",
    "Hebrew": "יוהלאברמתשנחדעקפסםצכגטזךןףץ",
    "Hungarian": "éáöóőüíúű",
    "Icelandic": "ðáíþóæöéúý",
    "Italian": "èàùòìé",
    "Japanese": (
        "いのにたてしはとなるをがでんっかもすらこれまうりくきあだよそさけえつじどみせわめやおちょ"
        "ンースルトリアイラ人一日大年本中出"
    ),
    "Korean": (
        "이다는에의가을고하지은를도한로나사기리서어시자대인그아해으있만일요수정전부과니보들제면라것"
        "주스여상했장게우원적거위안년동무성경말국공생었습까"
    ),
    "Latvian": "āīēšūņļžķģč",
    "Lithuanian": "ėšųžįąūčę",
    "Macedonian": "аоиентвсрдклпмузбгјчшжцњфхќѓљџѕ",
    "Persian": "ايردنهمتوسبشکكلزخفگعپقجآحچصطغضثظژئذ،؟",
    "Polish": "łęąóżśćńź",
    "Portuguese": "ãáéçíóêâõúôà",
    "Romanian": "ăşţîâșț",
    "Russian": "оеаинтслврпкмдуяьыгзбчйхжшюцщэфёъ",
    "Serbian": "аоеинрјтсувдкмплзгбњчљшжхцћђфџ",
    "Slovak": "áíéýžčšúťôľňóďäŕĺ",
    "Spanish": "óáíéñú¿¡ü",
    "Swedish": "äåöé",
    "Thai": "านร่กเ้องมัยลีวดทสิตะปบคหืแุจู์พชำขึใไ็โผธซถณศษภญฟๆฉ",
    "Turkish": "ışüğçöİâî",
    "Ukrainian": "оаинвітерслкудмпязьгбчйхжшюцщєїфґ",
    "Vietnamese": "\u0301\u0300đ\u0323ưôơ\u0309êâă\u0303áàóíúéù",
}

_WESTERN: Final = (
    "English", "French", "German", "Spanish", "Portuguese", "Italian", "Dutch", "Swedish",
    "Danish, Norwegian", "Finnish", "Icelandic", "Catalan", "Albanian", "Estonian",
)  # fmt: skip
_CENTRAL: Final = (
    "Polish", "Czech", "Slovak", "Hungarian", "Romanian", "Croatian, Slovenian", "Albanian",
    "German",
)  # fmt: skip
_CYRILLIC: Final = (
    "Russian", "Ukrainian", "Belarusian", "Bulgarian", "Serbian", "Macedonian",
)  # fmt: skip

#: Which languages a code page was used for; of two that fit alike the earlier is taken.
PAGES: Final = {
    "cp1252": _WESTERN,
    "cp1250": _CENTRAL,
    "cp1251": _CYRILLIC,
    "iso8859_15": ("French", "Finnish", "Estonian"),
    "cp932": ("Japanese",),
    "gb18030": ("Chinese, simplified",),
    "big5": ("Chinese, traditional",),
    "cp949": ("Korean",),
    "cp1255": ("Hebrew",),
    "cp1256": ("Arabic", "Persian"),
    "cp1253": ("Greek",),
    "iso8859_7": ("Greek",),
    "cp1254": ("Turkish",),
    "koi8_r": ("Russian",),
    "euc_jp": ("Japanese",),
    "cp874": ("Thai",),
    "cp1257": ("Latvian", "Lithuanian", "Estonian"),
    "iso8859_2": _CENTRAL,
    "cp1258": ("Vietnamese",),
    "koi8_u": ("Ukrainian",),
    "cp866": ("Russian", "Bulgarian"),
    "mac_roman": ("English", "French", "German", "Spanish", "Italian"),
    "iso8859_5": ("Russian", "Serbian"),
    "iso8859_6": ("Arabic",),
    "cp850": ("German", "French", "Spanish", "Danish, Norwegian", "Swedish"),
    "cp852": ("Polish", "Czech", "Slovak", "Hungarian"),
    "mac_cyrillic": ("Russian",),
}

#: Where a charset keeps the characters that are in daily use: from one first byte to another.
DAILY: Final = {
    "Japanese": ("euc_jp", 0xA4, 0xCF),
    "Chinese, simplified": ("gb2312", 0xB0, 0xD7),
    "Chinese, traditional": ("big5", 0xA4, 0xC6),
    "Korean": ("euc_kr", 0xB0, 0xC8),
}
LATIN: Final = frozenset({*_WESTERN, *_CENTRAL, "Turkish", "Latvian", "Lithuanian", "Vietnamese"})
