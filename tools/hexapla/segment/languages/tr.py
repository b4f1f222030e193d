"""Turkish: titles and references; a number with a full stop is an ordinal."""

from hexapla.segment.languages.rules import Rules, words

RULES = Rules(
    never=words("""
    Alb. Alm. Arş. Av. Bkz. bkz. Blv. Bnb. Bşk. Cad. Doç. Ecz. Ed. Far. Gör. Haz. Hz. hz. İng. Koram. Korg.
    Krş. krş. Lat. Mah. Mim. Müh. Nşr. nşr. Oram. Org. Orgen. Osm. Sn. Sok. St. T.C. Tuğg. Tümg. Tğgen. Tğm.
    Uzm. yakl. Yb. Yrd. Yun. Yzb. Çev. Örn. örn. Öğr. Ütğm.
    """),
    numbered=words("""
    b. bl. bs. böl. C. c. D. f. fas. m. mad. Md. md. no. nr. Res. res. S. s. Sa. sa. sf. ss. sy. tab. vr. yay.
    yy. çiz. Şek. şek.
    """),
    seldom=words("""
    A.B.D. a.g.e. a.g.m. a.g.y. a.y. A.Ş. age. agm. agy. al. haz. İ.S. İ.Ö. K.K.T.C. M.S. M.Ö. MS. MÖ. Op.
    S.S.C.B. T.A.Ş. Yay. çev. Üniv. Şti.
    """),
    often=words("v.b. v.d. v.s. vb. vd. vdğ. vs."),
    measures=words("cm. dk. g. gr. h. ha. hek. kg. km. l. lt. m. mil. mm. sa. sn. yy."),
    starters=words("""
    acaba ah ama ancak aradan artık asla aslında aynı az bana bazen bazı bazıları belki ben beni benim bile
    bir birden biri birçok biz bize bizim bu bugün buna bunca bundan bunlar bunlara bunları bunların bunu
    bunun burada buradan buraya böyle böylece böylesine bütün da daha de demek derken diğer dolayısıyla dün
    elbette en epey evet eğer fakat galiba gene gerçekten gibi gündüz hangi hani hatta hayır hele hem hemen
    henüz hep hepsi her herkes hiç hiçbir hiçbiri hâlâ iki ikisi ilk ise ister işte kaç kendi kendisi ki kim
    kimi kimisi kimse lakin madem mademki meğer nasıl ne neden nedense nerede nereden nereye neyse nice niye
    niçin o oda olsa olur on ona ondan onlar onlara onları onların onu onun orada oradan oraya oysa oysaki pek
    peki rağmen sadece sana sanki sen seni senin siz sizi sizin sonra sonunda sonuçta söz tabii tam tek tüm
    var ve veya ya yani yarın yine yok yoksa zaten zira çok çoğu çünkü ötekiler öyle öylesine öyleyse üstelik
    üç şimdi şu şunlar şunu şöyle
    """),
    ordinals=True,
    numerals=True,
    counted=words("""
    abdülaziz abdülhamid abdülhamit abdülmecid ahmed ahmet bayezid bayezit boğaz bölge bölüm büyük cadde ceza cumhuriyet
    daire dünya etap hafta hukuk kat kolordu lig mahmud mahmut mehmed mehmet meşrutiyet murad murat mustafa noter
    ordu osman sayfa selim sokak sulh süleyman tümen uluslararası ulusal viyana yüzyıl
    """),
)
