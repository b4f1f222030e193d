"""Italian: law, titles, references."""

from hexapla.segment.languages.rules import Rules, words

RULES = Rules(
    never=words("""
    a.c. abbr. ad.es. Arch. arch. Avv. avv. ca. Card. Cav. cca. Cfr. cfr. cod. Comm. disp. Dott. dott. eds.
    Egr. Em. es. fasc. gen. Gent. Geom. Gr.Uff. Ing. ing. ingl. intr. introd. lat. Magg. Mgr. Mons. On. on.
    p.es. per.es. postf. pref. Pres. prof. Proff. Rag. Rev. rist. S. S.E. S.M. Sen. Serg. Sig. sig. Sigg.
    spagn. Spett. SS. Ss. St. ted. tel. Ten. trad. V. v. vd. ved.
    """),
    numbered=words("""
    ag. all. apr. Art. art. artt. c. C.M. c.m. cap. capp. cc. co. D.L. d.l. D.Lgs. d.lgs. D.M. d.m. D.P.R.
    d.p.r. dic. ed. f. feb. febbr. figg. foll. giu. L. l. let. lett. lug. mag. mar. ms. mss. n. nn. no. nov.
    nr. num. O.M. o.m. op. ott. p. pag. pagg. par. parr. pg. R.D. r.d. reg. rr. segg. sent. set. sett. sez.
    sg. sgg. ss. t. tab. tabb. tav. tavv. tom. voll. vv.
    """),
    seldom=words("""
    A.C. a.C. al. av.Cr. c.a. c.c. c.d. c.p. c.p.c. c.p.p. cit. citt. cosid. D.C. d.C. d.Cr. edd. Ibid. Id.
    id. jr. mod. N.B. n.d.a. N.d.R. n.d.r. N.d.T. n.d.t. P.S. s.a. S.a.s. s.d. s.e. s.l. s.m.i. S.n.c. s.n.c.
    S.p.A. s.p.a. S.r.l. s.r.l. seg. Soc. succ. u.s. U.S.A.
    """),
    often=words("ecc."),
    measures=words("ab. cm. g. h. ha. kg. km. l. lit. m. mc. mil. min. mld. mln. mm. mq. q. sec. t."),
    starters=words("""
    a abbastanza abbiamo accanto ad adesso agli ai al alcune alcuni all alla alle allo allora altre altri
    altrimenti anche ancora anzi appena attraverso avanti aveva basta ben benché bene bensì certo che chi
    chissà chiunque ci ciascun ciascuno cioè circa ciò codesto colui come comunque con contro cosa così da
    dagli dai dal dall dalla dalle dallo davanti degli dei del dell della delle dello dentro di dietro dinanzi
    domani dopo dove dovrebbe dovunque due dunque durante e ebbene ecco ed egli ella era erano essa esse
    essendo essi esso fino finora forse fra fu fuori furono già gli ha hanno ho i ieri il in infatti infine
    innanzi inoltre insieme insomma intanto intorno invece io l la laggiù le lei li lo loro lui lungo là lì ma
    magari mai malgrado me meglio meno mentre mi mia mie miei mio molte molti molto ne neanche negli nei nel
    nell nella nelle nello nemmeno neppure nessun nessuna nessuno niente no noi non nonostante nostra nostro
    nulla né o oggi ogni ognuno oltre oppure or ora ormai parecchi per perché perciò perfino però piuttosto
    più poco poi poiché possono presso prima proprio purché pure purtroppo può qua qual qualche qualcosa
    qualcuno quale quali qualora qualsiasi quando quanti quanto quasi quegli quei quel quell quella quelle
    quelli quello questa queste questi questo qui quindi quivi rispetto sarà se sebbene secondo sei sembra
    sempre senza si sia siamo siccome solo soltanto sono sopra soprattutto sotto sta stavolta su sua subito
    successivamente sue sugli sui sul sull sulla sulle sullo suo suoi sì talvolta tanto te ti tra tranne tre
    troppo tu tua tuo tutta tuttavia tutte tutti tutto un una uno va vai vedi verso vi vicino viene voi vostro
    è
    """),
)
