"""Polish: titles, law, years (“w 1994 r.”); a number with a full stop is an ordinal."""

from hexapla.segment.languages.rules import Rules, words

RULES = Rules(
    never=words("""
    abp. adm. adw. Al. al. ang. arch. bp. chor. czes. daw. dawn. doc. dr. ds. dyr. ew. ewent. franc. gen. gm.
    grec. gł. hab. hiszp. hr. il. Im. inż. jęz. kard. kier. kmdr. kpr. kpt. ks. m.in. m.inn. mec. med. mgr.
    mjr. niem. Np. np. o. Oprac. oprac. Os. Pl. pl. plut. pod.red. pow. ppor. ppłk. prem. prez. prof. prok.
    przew. Przeł. przeł. pseud. pt. płd. płk. płn. red. ros. sekr. sierż. st. starosł. sygn. szczeg. szer. Tj.
    tj. Tow. tow. tyt. Tzn. tzn. Tzw. tzw. Tłum. tłum. Ul. ul. ur. Wg. wg. wicemin. wiceprez. wlk. woj. wsch.
    wzgl. węg. wł. właśc. zach. zag. Zob. zob. zwł. łac. łot. Śp. śp. śr. Św. św.
    """),
    numbered=words("""
    art. cz. Dz. dz. Dz.U. fot. Godz. godz. grudz. Iz. k. kk. kol. Kor. kwiec. lit. lut. Mk. Mt. nr. odp. ods.
    Ok. ok. op. p. par. paźdz. pkt. poz. ppkt. przykł. przyp. Ps. Rdz. roz. rozdz. ryc. rys. Rz. s. ss. str.
    styczn. t. tab. tt. U. ust. wrz. ww. wyd. zad. zał. zd. zesz. Łk.
    """),
    seldom=words("""
    b.d. b.m. b.r. bm. br. cit. dz.cyt. im. j.a. j.w. jr. k.c. k.k. k.p. k.p.a. k.p.c. k.p.k. lek. m.st. min.
    N.B. n.e. n.p.m. o.o. p.n.e. P.S. por. przyp.red. przyp.tłum. rr. S.A. sen. Sp.z.o.o. U.S.A. ub. z.o.o.
    """),
    often=words("i.in. i.t.d. i.t.p. itd. itp. m.p. nast."),
    measures=words("""
    br. C. cm. dag. dkg. dol. egz. g. godz. gr. h. ha. kg. km. l. m. min. mld. mln. mm. n. os. pkt. proc. r.
    rr. sec. sek. st. szt. tys. ub. w. wiek. ww. zł.
    """),
    starters=words("""
    a aby ach albo ale ależ ani aż bardzo bez bo bowiem by być był była było były chciał chociaż choć ciągle
    co coraz coś czasami czasem czemu czy czyli czyż często da dalej dawniej dla dlaczego dlatego do dobrze
    dokąd dopiero doprawdy drugi dużo dwa dwaj dwie dzisiaj dzięki dziś gdy gdyby gdyż gdzie gdzieś i ich ile
    im inaczej inna inne inni inny innym istnieje ja jak jaka jaki jakie jakiś jako je jeden jedna jednak
    jednakże jedni jedno jednocześnie jego jej jemu jest jestem jeszcze jeśli jeżeli już każda każde każdy
    kiedy kilka kim kto ktoś która które którego której który którzy lecz ledwie lub ma mają mam mamy mimo
    mnie mną moi moja moje może można musi my mój na nad nadal nagle najpierw nam nami nas nasi nasz nasza
    nasze natomiast natychmiast nawet nic nie niech niechaj niedługo niektóre niektórzy niestety niewątpliwie
    nigdy nikt nim no nowy o oba obecnie obie obok oczywiście od odtąd on ona one oni ono oprócz oraz ostatnio
    oto pan pani państwo po poczym pod podczas podobnie pomimo ponadto ponieważ potem poza prawda
    prawdopodobnie prawie przecież przed przede przez przy później raz razem rzeczywiście również sam sama
    samo się skoro skąd spośród stąd swoje szczególnie są ta tak taka taki takie także tam tamten te tego tej
    temu ten też to tobie trudno trzeba trzy tu tutaj tuż twój ty tych tyle tylko tym tymczasem tę u w wam
    wasz wbrew wciąż według wiele wielu więc więcej wkrótce wobec wprawdzie wreszcie wszyscy wszystkie
    wszystko wtedy wy wydaje względem właśnie wśród z za zamiast zanim zapewne zaraz zarówno zatem zawsze zbyt
    ze zgodnie znowu znów został została zresztą żaden żadna że żeby
    """),
    ordinals=True,
    before_ordinals=words("do dla na o od po pod przed przez przy w we z ze za"),
)
