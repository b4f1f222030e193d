"""Portuguese: titles, saints, references."""

from hexapla.segment.languages.rules import Rules, words

RULES = Rules(
    never=words("""
    abrev. adj. Alm. aprox. Arq. ass. aux. Av. ca. Cel. cfr. coord. D. Dep. Dra. Dras. Drs. Eng. Engº. Exma.
    Exmo. Fr. Gal. i.é. Ilma. Ilmo. ingl. intr. lat. Lg. Maj. Mons. N.S. p.ex. Pe. Pres. Profa. Profs. Pça.
    Rev. Revdo. Rod. S. S.A.R. S.Exa. Sarg. Sr. Sra. Sras. Srs. Srta. St. Sta. Sto. Séc. séc. sécs. tb. tel.
    Ten. trad. Trav. V.Exa. v.g.
    """),
    numbered=words("""
    abr. ago. art. arts. cap. caps. col. cols. dez. ed. f. fev. fl. fls. jan. jul. jun. l. liv. ms. mss. n.
    no. nos. nov. nº. núm. op. p. par. pg. pgs. pág. págs. sec. ss. t. tab. telef. v. vv.
    """),
    seldom=words("""
    A.C. a.C. al. Cia. cit. D.C. d.C. E.E.U.U. E.U.A. eds. ib. id. Jor. Lda. Ltda. N.doT. N.E. N.R. N.T.
    ob.cit. org. orgs. P.D. P.S. S.A. S.A.R.L. s.d. s.l. s.n. seg. segs. U.R.S.S.
    """),
    measures=words("bi. c. cm. cts. Esc. esc. g. h. ha. hab. kg. km. l. m. mi. mil. min. mm. s. seg."),
    starters=words("""
    a abaixo acima aconteceu afinal agora ah ai ainda algo algum alguma algumas alguns alguém ali além amanhã
    ambos ante antes ao aos apenas apesar após aquela aquelas aquele aqueles aqui aquilo as assim através
    atrás até aí bem cada cerca certa certamente certo com como conforme contra contudo da dali daquele daqui
    das daí de debaixo dela dele deles depois desde dessa desse desta deste diante disso do dois dos durante e
    ela elas ele eles em embora enfim enquanto entre entretanto então era eram essa essas esse esses esta
    estas estava estavam este estes está eu finalmente foi foram haja havia hoje há igualmente isso isto
    jamais já lhe logo lá mais mal mas me mesmo meu minha muita muitas muito muitos na nada naquela naquele
    nas nela nele nem nenhum nenhuma nessa nesse nesta neste ninguém nisso no nos nossa nosso num numa nunca
    não nós o onde ontem ora os ou outra outras outro outros para parece pela pelas pelo pelos perante perto
    pode podem pois por porque porquê portanto porém posteriormente pouco poucos quais qual qualquer quando
    quanto quantos quase que quem quer quê se segundo seja sem sempre sendo senão ser será seu seus sim sob
    sobre sobretudo somente sua suas são só tal talvez também tampouco tanto tem temos ter teve tinha toda
    todas todavia todo todos três tu tua tudo tão têm um uma umas uns vai vamos você vocês vários vós à às é
    """),
)
