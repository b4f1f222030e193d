"""Finnish: a number with a full stop is an ordinal."""

from hexapla.segment.languages.rules import Rules, words

RULES = Rules(
    never=words("""
    alik. alk. alun. arv. dr. edell. engl. ent. erit. Esim. esim. esp. ev. evl. Hra. hra. jap. joht. kand.
    kapt. kenr. kers. kiin. kirj. ko. kreik. Ks. ks. kuol. kust. käänt. lat. lkm. luutn. lyh. maist. maj. ml.
    mm. mr. muk. myöh. nk. ns. Nti. nti. nyk. o.s. os. past. prof. puh. Pyh. ransk. resp. rov. ruots. Rva.
    rva. saks. seur. St. suom. synt. tark. tav. toim. tri. ts. unk. vast. Vrt. vrt. vt. yht. yl. ylin. ylipst.
    """),
    numbered=words("""
    art. f. Jes. Joh. klo. Kor. kpl. kuv. Luuk. Mark. Matt. mom. Moos. n. nid. no. nr. nro. op. p. Ps. Room.
    s. ss. taul. v. vv.
    """),
    seldom=words("""
    a. a.a.O. Ab. al. ap. e.Kr. eaa. eKr. ekr. em. i.v. Ibid. ip. j.Kr. jaa. jKr. jkr. jr. Ky. mt. Oy. P.S.
    rek. so. t.s. Y.K.
    """),
    often=words("jms. jne. tms. tmv. ym. yms. ymv."),
    measures=words("""
    as. C. cm. e. g. h. ha. hlö. kg. kk. km. kpl. l. m. milj. min. mk. mm. mrd. p. pv. s. sek. t. v. vk.
    """),
    starters=words("""
    aina ainakin ainoa aivan alussa antaa edelleen ehkä ei eikä eilen eivät eli ellei en enemmän ennen
    ensimmäinen ensin entä entäs erityisesti eräs erään eräät esimerkiksi ette että he heidän heille heitä
    hiukan huomenna hyvin hän häneen hänelle hänellä hänen hänet häntä ihan ilman itse ja jo johon joiden
    joissa joka jokainen joku jolloin jonka jonkin jopa jos joskus jossa jota joten jotka jotta juuri kaikilla
    kaikille kaikki kaikkien kaksi kanssa katso kenen kerran keskellä ketään kiitos koko koska koskaan kuin
    kuinka kuitenkin kuka kukaan kun kunnes kyllä lisäksi lopuksi lopulta luultavasti me meidän meille meillä
    melko mihin miksi mikä mikään millainen mille milloin millä minkä minua minulla minulle minun minusta minä
    missä mistä miten mitä mitään monet moni mukana mutta muut muuten myöhemmin myös myöskään ne nehän niiden
    niihin niin niissä niistä niitä noin nuo nyt nytkin näiden näihin näin näissä näistä näitä nämä näyttää
    oikeastaan olen olet oli olin olisi olivat olla on onhan onko ovat paitsi paljon pian pitäisi pitää
    puolestaan sama samalla samoin se seitsemän sekä sellainen sen sentään seuraava siellä sieltä siihen siinä
    siis siitä sille silloin sillä silti siltä sinne sinulla sinun sinä sitten sitä suuri taas tai takana te
    teidän todella toinen toisaalta toiset tosin tulevaisuudessa tuo tuolla tuon tuskin tähän tämä tämän tänä
    tänään tässä tästä täytyy täällä vaan vaikka vain varmaan varsinkin vasta vastaavasti vielä viime viimein
    voi voidaan voisi voit vuoden vuonna yhden yhdessä yhtä yhä yksi yleensä yli ympäri äkkiä
    """),
    ordinals=True,
)
