"""Romanian: titles, law, references."""

from hexapla.segment.languages.rules import Rules, words

RULES = Rules(
    never=words("""
    a.k.a. acad. aprox. arh. asist. B-dul. bd. bul. cca. conf. cpt. crt. d-l. d-na. d-ra. d.p.d.v. de.ex. dl.
    dlui. dna. dr. dra. engl. ex. germ. gr. I.P.S. inf. ing. intr. jud. lat. lb. lect. lt. mun. nr.crt. p.ex.
    P.F. P.S. plt. postf. pref. prof. sec. serg. Sf. sf. sos. St. Str. str. sup. tel. trad. v. Î.P.S. îngr.
    înv. Șos. șos.
    """),
    numbered=words("""
    alin. ap. apr. art. aug. bl. cap. ch. cod. dec. ed. et. f. febr. ian. iul. iun. lit. mart. ms. mss. nov.
    nr. nrul. oct. op. p. pag. par. pct. pg. sc. secț. sept. t. tab.
    """),
    seldom=words("""
    a.Chr. al. cit. coord. d.C. d.Hr. e.n. gen. id. jr. n.a. N.B. n.n. n.r. n.red. n.tr. p.Chr. S.A. s.a. s.n.
    S.R.L. S.U.A. U.E. u.m. urm. î.C. î.e.n. î.Hr. ș.cl.
    """),
    often=words("s.a.m.d. u. ş.a. ş.a.m.d. ș.a. ș.a.m.d."),
    measures=words("cm. g. h. ha. kg. km. l. loc. m. mil. min. mld. mm. mp. sec."),
    starters=words("""
    a abia acea aceasta această aceea aceeași acei aceia acel acela același acele acelea acest acesta aceste
    acestea acești aceștia acolo acum adesea adică ai aici alt alta alte altfel altă alături alți am apoi
    aproape ar are arătând as asemenea asta astfel astăzi asupra atunci atât au avea aș așa bine ca cam ce cea
    cei cel cele ceva chiar ci cine cineva conform contra cu cui cum când cât câte câteva câțiva că către dacă
    dar datorită dată de deasupra deci deja deoarece departe despre deși din dincolo dintr dintre doar doi
    doilea două după e ea ei el ele era erau este eu există fie fiecare fiind foarte fost fusese fără haide
    iar ieri la le li lor lui lângă mai mare mea mei mele mereu meu mi mie mult multe mulți mâine mă ne nici
    nicio niciodată niciun niciunul nimeni nimic noastră noi nostru nu numai o oare odată ori oricare orice
    oricine oricum oricât pe pentru peste poate pot prea precum prima primul prin printr printre până sa sale
    sau se spre sub sunt sus să său ta tale toate tot totul totuși toți trebuie trei tu un una unde unei unele
    uneori unii unor unui unul va vai vei voi vom vor vă îi îl îmi în înainte înapoi încât încă îndată însă
    într între întrucât își îți și
    """),
)
