"""German: nouns have capital letters, and a number with a full stop is an ordinal."""

from hexapla.segment.languages.rules import Rules, words

RULES = Rules(
    never=words("""
    a.a. a.d. Abk. abzgl. Adr. aktual. allg. amerik. Anschr. arab. ausschl. Bearb. bearb. bes. Betr.
    betr. Bez. bezgl. Bgm. bspw. bzgl. bzw. ca. chem. d.h. d.i. ders. dgl. Dipl. Drs. dt. dtsch. durchges.
    ehem. eigtl. eingel. einschl. engl. entspr. erg. erw. etw. europ. ev. evang. evtl. exkl. Fr. franz.
    Frhr. Frl. frz. geb. Gebr. geg. gem. gen. geogr. geol. Ges. gesch. gest. gez. ggf. griech. hebr. Hg. hg.
    Hgg. hist. histor. Hl. hl. Hptm. Hr. Hrn. Hrsg. hrsg. i.A. i.Allg. i.B. i.d.R. i.S. i.V. incl. Ing. inkl.
    insb. insbes. ital. jds. jmd. jmdm. jmdn. Jt. jur. jährl. jüd. k.k. k.u.k. Kap.-Nr. kath. kgl. lat. Lic.
    lt. Lw. m.a.W. Mag. math. max. mediz. Min. min. mind. monatl. n.l. Nachf. nördl. o.g. Oblt. p.a. philos.
    phys. polit. poln. Präs. psych. rd. Red. Ref. resp. Rev. russ. s.a. s.o. s.u. sog. soz. span. spez. Sr.
    St. stellv. Stud. südl. techn. theoret. Tit. tägl. türk. u.a.m. u.g. ung. Univ.-Prof. unveränd. urspr.
    v.a. v.l. verb. Verf. verf. verh. vermutl. versch. verw. Vgl. vgl. Vors. westl. wg. wirtsch. wiss. Wwe.
    wöchentl. z.B. z.Bsp. Zit. zit. Ztschr. zus. zw. zzgl. österr. östl. überarb. Übers. übers.
    """),
    numbered=words("""
    Abb. Abschn. Abt. Anh. Anl. Anm. Apr. Art. Aufl. Aug. Ausg. Bd. bd. Bde. Bdn. Bl. bl. Buchst. cap. Dez.
    Fax. Feb. Febr. Fn. Fußn. Gal. H. Jan. Jer. Jes. Jg. Jgg. Jhg. Joh. Kap. Kl. Kor. Lfg. lib. Lief. Lit. Lk.
    Mk. Mrz. Ms. Mt. Nov. Nrn. Okt. op. p. Par. PLZ. Pos. Ps. Rdnr. Rn. Rz. Röm. S. s. Sept. Sig. Sp. sp. Str.
    Taf. Teilbd. Tl. Ts. V. Vs. Z. Zif. Ziff. Zl.
    """),
    seldom=words("""
    a.a.O. A.d.V. A.d.Ü. a.F. a.M. aaO. Akad. al. Anm.d.Red. Anm.d.Ü. Buchh. Chr. d.Gr. d.Hg. d.J. d.M. d.Red.
    d.Verf. d.Ä. d.Übers. dess. e.V. Ebd. ebd. Ebda. ebda. etc. ff. GmbH. Hft. i.e.S. Inst. Jahrh. Jh. Jhd.
    Jhdt. Jhs. jr. Jun. jun. Kg. m.E. m.w.N. Mill. Mio. Mrd. n.Chr. n.F. n.u.Z. O. o.D. o.J. o.O. o.Ä. o.ä.
    pass. passim. Pl. s.d. s.l. sc. scil. Sek. Sen. sen. Std. Stk. Tg. Tsd. u.a. u.dgl. u.E. u.U. u.v.a.
    u.v.m. u.Z. u.Ä. u.ä. usf. usw. v.Chr. v.u.Z. Ver. Verl. w.o. z.T. z.Z. z.Zt. Zt.
    """),
    measures=words("""
    cm. Fl. fl. g. ha. J. kg. km. Kr. kr. l. Ltr. M. m. Min. Mio. Mk. mm. Mrd. Pf. Proz. Sek. Std. Stk. t.
    Thlr. Tlr. Tsd. Z. Zt.
    """),
    starters=words("""
    aber ach all alle allein allerdings alles als also am an andere anders anfangs auch auf aus außer außerdem
    bald bei beide beim beispielsweise bereits besonders bis bisher da dabei dadurch dafür dagegen daher
    dahinter damals damit danach daneben dann daran darauf daraus darin darum darunter darüber das dass
    dasselbe davon davor dazu daß dein deine dem den denen denn dennoch der deren derselbe deshalb dessen
    deswegen dich die dies diese dieselbe diesem diesen dieser dieses dir doch dort draußen drei du durch
    ebenso eigentlich ein eine einem einen einer eines einige einmal einst endlich entweder er erst es etwa
    etwas euch euer fast ferner freilich für ganz gegebenenfalls gegen genau gerade gern gestern gewiss gewiß
    gewöhnlich gleich gleichwohl hat hatte heute hier hierbei hierzu hin hingegen hinter hätte ich ihm ihn
    ihnen ihr ihre ihrem ihren ihrer im immer immerhin in indem indes indessen innerhalb insbesondere insofern
    ist ja je jede jeder jedes jedoch jemand jene jener jenes jenseits jetzt kann kaum kein keine keiner
    können könnte langsam laut letztlich man manche manchmal mehr mein meine meist mich mir mit mitten
    möglicherweise nach nachdem nachher natürlich neben nein nicht nichts nie niemals niemand nirgends noch
    normalerweise nun nur nämlich ob oben obgleich obwohl oder offenbar oft ohne plötzlich schließlich schon
    sehr sein seine seinem seinen seiner seit seitdem selbst sich sicher sie siehe sind so sobald sofort sogar
    solange solch solche sollte somit sondern sonst soweit sowie sowohl später statt stattdessen tatsächlich
    trotz trotzdem um und uns unser unsere unten unter unterdessen vermutlich viel viele vielleicht vielmehr
    vom von vor vorher wahrscheinlich wann war waren warum was weder wegen weil weiter weitere weiterhin
    welche welcher welches wem wen wenig wenige wenn wer werden weshalb wessen wie wieder wieso wir wird wo
    wobei wodurch wofür woher wohin wohl womit woraus worin während würde zu zudem zuerst zufolge zuletzt zum
    zumal zumindest zunächst zur zusammen zusätzlich zuvor zwar zwei zwischen über überall überhaupt übrigens
    """),
    endings=("str", "pl"),
    ordinals=True,
    numerals=True,
    counted=words("""
    absatz abschnitt akt april armee arrondissement auflage auftritt aufzug august ausgabe band bataillon
    bezirk buch bundesliga dezember dienstag division donnerstag dynastie etage etappe feber februar folge
    freitag gebot geburtstag geburtstags generation gesang geschoss geschoß grad grades hochzeitstag hälfte
    internationale jahr jahres jahrestag jahrgang jahrh jahrhundert jahrhunderte jahrhunderten jahrhunderts
    jahrtausend jahrtausends jahrzehnt januar jh jhd jhdt juli juni jänner kapitel kapitels klasse
    klassenstufe kompanie kongress kongresses kongreß konzert lebensjahr lebensjahres lebenswoche
    legislaturperiode liga mai mal minute mittwoch monat monats montag märz november oktav oktober ordnung
    parteitag parteitages platz psalm rang regiment reich reihe republik runde samstag satz schuljahr
    schuljahres semester september sinfonie sitzung sonate sonntag spieltag stock stockes stockwerk strophe
    stufe stunde symphonie szene tag tage tages teil teils thron todestag vers wahlperiode weltkrieg
    weltkrieges weltkriegs woche
    """),
    before_ordinals=words("""
    ab am ans beim bis das dem den der des die dienstag dienstag, diesem diesen dieser donnerstag donnerstag,
    ein eine einem einen einer eines freitag freitag, ihr ihre ihrem ihren ihrer im ins jedem jeden jeder mein
    meine meinem meinen mittwoch mittwoch, montag montag, samstag samstag, sein seine seinem seinen seiner
    seit sonntag sonntag, und unser unserem vom zum zur
    """),
    nouns=True,
)
