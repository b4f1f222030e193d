"""Dutch: titles, references; sentences may begin with “’s Avonds”."""

from hexapla.segment.languages.rules import Rules, words

RULES = Rules(
    never=words("""
    a.h.w. aang. alg. b.v. betr. bijv. bv. ca. d.m.v. d.w.z. Dhr. dhr. dr. Drs. drs. Ds. ds. Du. dwz. e.c.
    Eng. eventl. evt. excl. exkl. fa. Fr. geb. Gebr. gebr. gen. gest. Gr. H.K.H. H.M. hr. i.c. i.h.b. i.p.v.
    i.v.m. incl. ing. ingel. inkl. ir. jhr. jkvr. kapt. kol. Lat. lt. m.a.w. m.b.t. m.b.v. m.i.v. m.n. maj.
    mej. Mevr. mevr. mr. Mw. mw. n.a.v. Ned. o.a. o.b.v. o.l.v. o.m. ong. overl. overs. pres. prof. resp.
    secr. St. st. t.a.v. t.b.v. t.g.v. t.h.v. t.o.v. t.w. t.z.t. vgl. vlg. vnl. volg. voorz. wed. z.g. Z.K.H.
    Z.M. zgn. zog.
    """),
    numbered=words("""
    aant. afb. afd. alin. apr. art. artt. aug. bijl. bladz. blz. cap. dec. dl. ed. f. feb. febr. h. hfst. jan.
    jg. jrg. mrt. ms. n. no. nov. nr. nrs. nt. okt. op. p. pag. par. r. rgl. sept. tab. v. vv.
    """),
    seldom=words("""
    a.d. a.s. a.u.b. a.w. al. B.V. Chr. cit. d.d. dgl. e.v. e.v.a. eds. i.o. id. j.l. jr. l.l. m.m. N.B.
    n.Chr. N.V. n.v. P.S. red. s.d. s.l. s.v.p. sr. str. stud. t.a.p. univ. v.Chr. V.N. V.S. z.j. z.p.
    """),
    often=words("e.a. e.d. enz. enzv."),
    measures=words("cm. fl. g. gld. h. ha. kg. km. l. m. milj. min. mld. mln. mm. pct. sec. u."),
    starters=words("""
    's 't aan achter af al alle alleen alles als alsof altijd ander andere anders bij binnen boven buiten daar
    daarbij daardoor daarin daarmee daarna daarnaast daarom daarop daarvoor dan dat de deze die dit doch door
    doordat drie dus echter een eens eerder eerst eigenlijk elk elke en enkele er even ga geen gelukkig
    gisteren haar had he heb hebben heeft heel hen het hetzelfde hier hierbij hierdoor hiermee hij hoe hoewel
    hun ieder iedere iedereen iemand iets ik in inderdaad indien is ja je jij jouw jullie kan kom langs later
    maar meer meestal men mensen met mij mijn misschien mocht moet momenteel na naar naast natuurlijk nee neen
    niemand niet niets nog nooit nu of ofschoon om omdat ondanks onder ons onze ook op opeens over overigens
    pas plotseling reeds rond samen sedert sinds slechts sommige soms steeds straks tegen tegenover ten
    tenslotte terwijl tijdens toch toen tot totdat tussen twee u uit uiteindelijk uiteraard vaak van vanaf
    vandaag vanuit vanwege veel verder verscheidene via vier volgens voor vooral voordat voorlopig vorig
    vroeger waar waarom waarschijnlijk wanneer want waren was wat we weer weet wel welk welke wellicht werd
    wie wij wil zal ze zeker zelfs zich zie zij zijn zo zoals zodat zodra zolang zonder zou zowel zulke één
    """),
)
