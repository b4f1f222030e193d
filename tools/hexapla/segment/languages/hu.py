"""Hungarian: numbers and Roman numerals with a full stop are ordinals."""

from hexapla.segment.languages.rules import Rules, words

RULES = Rules(
    never=words("""
    alez. alhdgy. bev. biol. bőv. ca. cca. doc. dr. e.h. ezr. fhdgy. fiz. Ford. ford. fszt. földr. gör. hdgy.
    hrsz. Id. id. Ifj. ifj. Ill. ill. inkl. jav. Kb. kb. kbl. kiad. kém. közgazd. lat. Ld. ld. lsd. megj. mgr.
    msgr. nyelvt. ném. Pl. pl. prof. resp. régebb. St. Sz. szds. Szerk. szerk. szkv. Szt. szt. szül. t.i. tbk.
    tel. Ti. ti. tkp. tzls. törm. tört. u.n. ui. v.ö. vezérőrn. vál. Vö. vö. ált. általáb. átd. ör. összeáll.
    Özv. özv. úm. ún. őrn.
    """),
    numbered=words("""
    art. aug. bek. dec. f. febr. fej. fejez. j. jan. jegyz. Jn. júl. jún. k. Kor. köt. Lk. lábj. Mk. Mt. máj.
    márc. Móz. no. nov. nr. o. okt. old. op. p. par. r. Róm. sz. szept. t. tc. tcz. táb. tábl. törv. v. Zsolt.
    ápr. évf.
    """),
    seldom=words("""
    al. B.p. Bp. Bt. em. fsz. h.n. i.e. i.m. i.sz. id.mű. ie. Im. isz. jr. ker. Kft. kft. Kr. Kr.e. Kr.u. krt.
    N.B. ny. Nyrt. nyug. P.S. Rt. s.a. s.l. sr. u. u.a. u.o. ua. Uo. uo. Zrt. é.n.
    """),
    often=words("ff. kk. mtsai. s.a.t. s.t.b. sat. skk. stb."),
    measures=words("""
    cm. ezer. f. frt. Ft. ft. fő. g. h. ha. hold. K. kg. km. kor. kr. l. m. mill. milld. min. mm. mp. o. old.
    p. ó.
    """),
    starters=words("""
    a abban abból addig ahhoz ahogy ahogyan ahol ahonnan ahová aki akik akkor akár akárcsak alatt alig amely
    amelyek ami amikor amint amiért amíg annak annyi arra arról attól az azok azokat azonban azonnal azt aztán
    azután azzal azért azóta balra be belül biztos bár csak csakhogy csakugyan de e ebben ebből eddig egy
    egyik egyre egyszer együtt egészen eközben el ellen elég előbb először előtt ennek ennyi erre erről ettől
    ez ezalatt ezek ezen ezenkívül ezt eztán ezután ezzel ezért fel föl ha habár hadd hallgatott hanem
    helyette hirtelen hiszen hogy hogyan hol holnap honnan hova hová hány hát igaz igen igenis inkább is itt
    jobbra jó jól kell ki kicsoda kik kivéve később közben közel le legalább lehet lehetett lehetséges ma
    meg mellett mely mennyi merre mert mi mik mikor miközben mily milyen minden mindenesetre mindenki mindez
    mindig mindjárt mindnyájan mint mintha mit mivel miért most mostan már más másik máskor másnap még mégis
    mégsem na nagyon ne negyedik nekem neki nem nemcsak nemsokára nincs nincsen no noha nos nyilván néha
    néhány nélkül olyan onnan ott pedig persze például régen róla rögtön s sajnos saját se sehol sem semmi
    senki sok szinte sőt talán te tegnap tehát továbbá több többnyire többé túl ugyan ugyanakkor ugyanaz
    ugyanis után utána vagy vajon valahol valaki valami való valóban van vannak vele velem vissza viszont volt
    voltak vége végre végül által általában ám át éjjel én és így óta ön önök össze úgy újra ő ők
    """),
    ordinals=True,
    numerals=True,
    before_ordinals=words("a az egy"),
)
