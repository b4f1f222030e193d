"""Swedish: abbreviations of prose and of references."""

from hexapla.segment.languages.rules import Rules, words

RULES = Rules(
    never=words("""
    a.a. bearb. betr. bitr. bl.a. c:a. ca. d.v.s. d.y. d.ä. dr. dvs. eg. egentl. eng. ev. exkl. exv. f.d. f.n.
    f.o.m. f.ö. fd. fr.o.m. Frk. frk. förf. gen. gr. H.K.H. H.M. Hr. hr. i.st.f. ibl. inb. ing. inkl. isl.
    jfr. jmfr. kapt. Kgl. kgl. Kungl. kungl. löjtn. m.a.o. medelt. ordf. p.g.a. p.gr.a. pga. prof. resp. s.a.
    s.a.s. s.k. S:t. sammanf. sekr. St. sv. särsk. t.ex. t.o.m. urspr. vanl. vard. äv. övers. övlt.
    """),
    numbered=words("""
    anm. apr. art. aug. avd. bd. bil. dec. f. feb. febr. h. jan. Joh. kap. kl. Kor. Luk. Mark. Matt. mom. Mos.
    n. nov. nr. okt. op. p. par. Ps. Rom. s. sept. sid. sidd. sp. st. tab. uppl. v. vv. årg.
    """),
    seldom=words("""
    a.st. al. anst. cit. e.Kr. e.v.t. f.Kr. f.v.t. Ibid. jr. Kr. N.B. o.å. P.S. red. s.l. sr. u.o. u.p.a. u.å.
    utg. v.t.
    """),
    often=words("dyl. e.d. e.dyl. e.m. f.m. m.fl. m.m. mfl. mm. o.d. o.dyl. o.likn. o.s.v. od. osv."),
    measures=words("""
    cm. g. h. ha. kg. km. kr. kv. l. m. md. milj. min. mkr. mm. mn. sek. st. tim. tkr. öre.
    """),
    starters=words("""
    alla allt alltså andra annars att av bara bland borde både de dem den denna dess dessa dessutom dessvärre
    det detta dig din dina dit ditt du där därav därefter däremot därför därmed därtill då efter eftersom
    egentligen eller emellertid en endast enligt er era ert ett fast fastän flera framför från få föga för
    före förr förra först förutom genast genom givetvis gör ha hade han hans har hela helst hennes hit
    hittills hon hos hur huruvida här härav i ibland icke idag igår in inga ingen ingenting inget innan inom
    inte ja jag jo ju just kan kanske klart knappast kom kunde lika liksom likväl långt man med medan mellan
    men mer mera mest min mina mitt mot mycket många måste nej ni nu när nära nästa nästan någon något några
    och också ofta om omkring oss plötsligt på redan runt samma samt samtidigt sant se sedan ser sin sina sist
    sitt ska skall skulle slutligen snart som somliga så sådan sådana således tack till tillsammans tre trots
    två undan under upp ur utan utanför utom vad vanligen var vara varav vare varför varje varken vars vart
    vem vems vi via vid vidare vilka vilken vilket visserligen väl vår våra vårt än ändå ännu är även över
    """),
)
