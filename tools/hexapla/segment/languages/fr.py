"""French: titles, references, and the elided words with which sentences begin."""

from hexapla.segment.languages.rules import Rules, words

RULES = Rules(
    never=words("""
    adr. amb. anc. angl. boul. c.-à-d. c.à.d. Cf. chanc. Cie. dép. fém. gén. hist. ing. insp. introd. ital.
    J.-C. lat. lieut. litt. LL. loc. masc. Me. Mgr. MM. N.-D. op. p.ex. plur. postf. Pr. préf. R.P. réimpr.
    rééd. S.A.R. s.d. s.l. s.l.n.d. S.M. S.S. s.v. secr. sing. spéc. St. Ste. trad. v. Vve. éd. édit.
    """),
    numbered=words("""
    ann. app. apr. arr. art. av. avr. bd. cap. ch. chap. col. coll. dir. déc. env. f. fo. févr. janv. juil. l.
    liv. ms. mss. n. no. nos. nov. oct. p. par. pl. réf. sect. sept. sq. t. tab. tél. vv.
    """),
    seldom=words("""
    al. C.G.T. cit. Ibid. Id. id. n.b. N.d.A. N.D.L.R. n.d.l.r. N.d.T. n.d.t. N.d.É. O.N.U. P.C.F. p.s. q.e.d.
    R.A.T.P. S.A. S.A.R.L. S.N.C.F. sqq. suiv. U.R.S.S.
    """),
    often=words("&c."),
    measures=words("apr. av. cm. F. fr. g. h. hab. kg. km. l. m. min. mm. sec."),
    starters=words("""
    a afin ah ai ainsi alors après assez au aucun aucune aucuns auprès aussi aussitôt autant autour autre
    autrefois aux avant avec avez avons beaucoup bien bientôt c car ce ceci cela celle celles celui cependant
    ces cet cette ceux chacun chacune chaque chez combien comme comment contre d dans de dehors demain depuis
    derrière des deux devant dois donc dont du durant dès déjà désormais elle elles en encore enfin ensuite
    entre est et eux faut grâce hier hélas ici il ils j jadis jamais je jusqu jusque l la le les leur leurs
    lors lorsqu lorsque lui là ma maintenant mais malgré me mes mieux moi mon même n ne ni non nos notamment
    notre nous nul nulle on or ou oui outre où par parce parfois parmi partout pas pendant personne peu peut
    plus plusieurs plutôt pour pourquoi pourtant presque près puis puisqu puisque qu quand quant quel quelle
    quelles quelqu quelque quelques quels qui quiconque quoi quoique rien s sa sans sauf selon ses seul seule
    seulement si sinon soit son sont soudain sous souvent suivant sur surtout ta tandis tant tantôt te tel
    telle telles tels tes toi ton toujours tous tout toute toutefois toutes trois trop très tu un une vers
    voici voilà voir vos votre vous y à ça était étant évidemment
    """),
)
