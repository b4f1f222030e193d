"""Spanish: titles, references, measures."""

from hexapla.segment.languages.rules import Rules, words

RULES = Rules(
    never=words("""
    AA. Abog. adm. admón. Alm. aprox. Arq. atte. Av. Avda. avda. ca. Cap. cfr. Cmdte. Cnel. coord. coords.
    Ctra. ctra. Da. dcha. depto. Dpto. dpto. Dra. Dres. Dña. EE. ej. Excma. Excmo. fca. Fdo. fdo. FF. Fr. Gob.
    Gral. gén. Hna. Hno. Ilma. Ilmo. Ing. ingl. introd. izq. lat. Lic. Mons. Mª. p.ej. Pbro. Pdte. Pl. Profa.
    pról. Pza. Rdo. reimpr. rev. Rvdo. S.A.R. S.M. Sgto. Sr. Sra. Sras. Sres. Srta. St. Sta. Sto. trad. trads.
    Tte. Ud. Uds. Univ. urb. v. v.gr. Vd. Vds. vgr. vid.
    """),
    numbered=words("""
    abr. ago. ap. apdo. art. arts. cap. caps. col. cols. dic. ed. ene. exp. f. feb. fols. l. lib. lám. láms.
    ms. mss. n. no. nov. nro. nº. núm. núms. oct. op. p. pág. págs. párr. sec. secc. sept. ss. t. tab. teléf.
    tfno. vv.
    """),
    seldom=words("""
    A.C. a.C. a.J.C. al. C.V. CC.OO. cit. Cía. D.C. d.C. d.J.C. E.E.U.U. eds. EE.UU. Hnos. ib. ibíd. id.
    JJ.OO. N.delA. N.delT. ob.cit. P.D. q.e.p.d. RR.HH. S.A. s.a. s.f. S.L. s.l. s.n. S.R.L. Sdad. Soc. UU.
    íd.
    """),
    often=words("sig. sigs."),
    measures=words("cm. dls. g. h. ha. hab. kg. km. l. m. mill. min. mm. msnm. ptas. pts. seg. t."),
    starters=words("""
    a acaso además adiós ahora ahí al algo alguien alguna algunas alguno algunos algún allá allí ambos ante
    antes apenas aquel aquella aquellas aquello aquellos aquí asimismo así aun aunque ayer aún bajo bien cada
    casi cierto como con conforme contra cual cuales cualquier cualquiera cuando cuanto cuya cuyo cuál cuándo
    cuánto cómo de debajo del delante dentro desde después detrás donde dos durante dónde el ella ellas ello
    ellos en encima entonces entre era es esa esas ese eso esos esta estaba estas este esto estos está están
    finalmente fue fueron gracias ha había hace hacia han hasta hay hoy igual inclusive incluso jamás junto la
    las le les lo los luego mas me mediante mejor menos mi mientras mis mucha muchas mucho muchos muy más mí
    nada nadie ni ninguna ninguno ningún no nos nosotros nuestra nuestro nuestros nunca o ojalá os otra otras
    otro otros para pero poco pocos por porque posteriormente pronto pues puesto que quien quienes quizá
    quizás quién qué salvo se sea segundo según ser si siempre siendo sin sino sobre solamente solo son su sus
    sí sólo tal también tampoco tan tanto te toda todas todavía todo todos tras tres tu tus tú un una unas uno
    unos usted ustedes vosotros véase y ya yo él ésta éstas éste éstos
    """),
)
