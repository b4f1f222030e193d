"""Czech: titles, law, references; a number with a full stop is an ordinal."""

from hexapla.segment.languages.rules import Rules, words

RULES = Rules(
    never=words("""
    akad. angl. arch. Bc. bc. bisk. býv. ca. cca. dipl. Doc. doc. dopl. dosl. dr. ev. event. franc. gen.
    gen.por. ilustr. Ing. ing. JUDr. kard. kpt. lat. m.j. maď. Mgr. mgr. mj. mjr. moravs. MUDr. MVDr. nakl.
    Např. např. nar. nejv. npor. nábř. obv. odb. okr. P. PaedDr. PharmDr. PhDr. plk. popř. popříp. por. pplk.
    ppor. prap. prof. pí. předml. předs. překl. Přel. přel. příp. pův. resp. RNDr. rozš. roč. rtm. ryt. sev.
    slov. soudr. Srov. srov. St. stč. Sv. sv. svob. t.j. t.r. t.zv. t.č. tehd. ThDr. Tj. tj. tzn. tzv. ul.
    uprav. vých. vč. zejm. zemř. zprac. zprav. zvl. záp. čes. čet. Čs. čs. řec. ředit. řeh. škpt. špan.
    """),
    numbered=words("""
    břez. d. Ex. f. Gn. Iz. kap. kn. Kor. květ. l. Lk. ll. Mk. Mt. obr. odd. odst. op. p. par. pozn. pros.
    písm. příl. r. s. sb. sl. sp.zn. srp. ss. str. t. tab. v. vv. vyd. zn. ún. č. č.j. čerc. čj. čl. čís. ř.
    říj. Řím. Ž.
    """),
    seldom=words("""
    a.s. al. b.m. b.r. c.d. cit. CSc. DrSc. ed. eds. jr. k.s. kol. Kr. m.n.m. ml. N.B. n.l. n.m. nám. něm.
    o.p.s. o.s.ř. o.z. P.S. po.Kr. pozn.překl. pozn.red. př.Kr. př.n.l. r.o. red. s.d. s.l. s.r.o. Sb.
    spol.s.r.o. st. Th.D. tr.z. U.S.A. v.o.s.
    """),
    often=words("a.j. a.p. a.pod. aj. ap. apod. atd. nn. násl."),
    measures=words("""
    cm. dkg. g. h. ha. hal. hl. hod. kg. km. kor. ks. kusů. Kč. Kčs. l. let. m. mil. min. mld. mm. obyv. proc.
    q. r. sec. st. stol. t. tis. vt. zl.
    """),
    starters=words("""
    a aby ale alespoň ani aniž ano asi ač ačkoli ačkoliv až bez bohužel bude budou by byl byla byli bylo byly
    být během celý co což další dnes do dokonce dosud druhý dva dvacet dvě dál dále děkuji hned i jak jakmile
    jako jaká jaké jaký je jeden jedna jedno jeho jejich její jelikož jen jenom jenže jestli jestliže ještě
    jinak jiní již jsem jsi jsme jsou já k kam kde kdo kdy kdyby kdysi když ke kolem kolik konečně kromě která
    které který kteří kvůli letos lze mají mezi mimo mnoho mnozí mohl možná my má málokdo mám máme místo mě
    můj může můžeme na nad nade nakonec naproti například nato navíc naše ne nebo neboť nebyl nebyla nebylo
    nechť nejde nejen nejprve nelze nemá není než nic nicméně nijak nikde nikdo nikdy nyní náhle nás náš něco
    někdo někdy některé někteří o ob obě od odkud on ona oni ono opět ostatně ovšem pak patrně po pod podle
    pokud potom poté pouze pro prostě proti proto protože proč před přede předtím přes přesto přestože při
    přitom s samozřejmě se si skoro snad současně svou svůj sám ta tady tak takový takto také takže tam tato
    tatáž te tedy tehdy ten tenhle tento teprve teď ti to tohle toho tohoto tomu toto tu tudíž tuto tvůj ty
    tyto tím týž těch těchto u uprostřed už v ve vedle velmi vy vzhledem vám vás váš včera však všechno
    všechny všichni z za zajisté zase zatím zatímco zcela zde ze zejména znovu zítra zřejmě či čím že
    """),
    ordinals=True,
    numerals=True,
    before_ordinals=words("dne do k ke na o od po pod při před s se u v ve z ze za"),
)
