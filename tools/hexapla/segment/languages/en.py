"""English: a name and a verb of speech may follow a quotation (“Who?” Anna Moth asked.), a weekday an hour."""

import re

from hexapla.segment.languages.rules import Rules, words

RULES = Rules(
    never=words("""
    abbr. Adm. Asst. Attn. Brig. c.f. ca. Cdr. circ. Cmdr. Cpl. Cpt. Drs. eg. esp. excl. Fr. Ft. Ger. Gk. Gov.
    Govt. Heb. Hon. ie. incl. Insp. introd. Lat. Maj. Mmes. Mts. Mx. orig. Pres. Profs. pseud. Pvt. q.v. Rep.
    repr. resp. Rev. Revd. s.v. Sen. Ste. Supt. trans. transl. usu. v.
    """),
    numbered=words("""
    app. Apr. Apt. art. arts. Aug. bk. bks. Bldg. cap. ch. chap. chaps. chs. cl. cod. col. cols. Cor. Dec.
    Deut. eq. eqs. ex. Exod. exs. ext. f. Feb. fn. fols. Gal. Hwy. iss. Jan. l. lib. ll. Mar. Matt. ms. mss.
    n. nn. no. nos. Nov. Oct. op. opp. p. par. para. paras. pl. Ps. pt. pts. q. qq. reg. rev. Rm. Rte. sec.
    secs. sect. Sep. Sept. ser. ss. tab. Thess. tit. ver. vv.
    """),
    seldom=words("""
    A.D. a.d. a.k.a. abr. al. Ala. ann. Ariz. Ark. Assn. Assoc. Ave. B.C. b.c. B.C.E. B.Sc. Blvd. C.E. Calif.
    cit. Colo. comm. Conn. Cos. D.C. D.D. Del. Dept. E.U. ed. eds. Esq. Fla. Fri. Ga. Hosp. ib. id. Ill. Ind.
    Intl. Kan. Ky. L.L.C. LL.D. LLC. M.D. M.P. m.p.h. M.Sc. Mass. Md. Mfg. Mich. Minn. Miss. Mon. Mont. n.d.
    n.s. Natl. Neb. Nev. o.s. Okla. Pa. Penn. pers.comm. r.p.m. Rd. Ry. s.l. Sq. suppl. Tenn. Tex. Thu. Thurs.
    Tue. Tues. U.N. U.S.A. U.S.S.R. Va. Vt. Wed. Wis. Wyo.
    """),
    often=words("&c. passim. seq."),
    measures=words("""
    bn. cm. d. deg. ft. g. gal. hr. hrs. in. kg. km. lb. lbs. m. mi. min. mins. ml. mm. mn. mph. oz. pct. s.
    sec. secs. yd. yds.
    """),
    starters=words("""
    a about above according after again all almost already also although always among an and another any
    anyone anything are as at back be because before behind below besides between both but by can could
    despite did do does during each either even every everyone everything few finally first for from further
    furthermore given had has have having he hence her here his how however i if in indeed instead into is it
    its just last later least let like many maybe meanwhile more moreover most much my neither never
    nevertheless next no nobody none nor not nothing now of often on once one only or other others otherwise
    our out over perhaps please quite rather see several she should similarly since so some somebody someone
    something sometimes soon still such than that the their then there therefore these they this those though
    three through throughout thus to today together tomorrow too two under unless unlike until up upon us was
    we well were what whatever when whenever where whereas wherever whether which while who whoever whose why
    will with within without would yes yesterday yet you your
    """),
    capitals=words("I"),
    goes_on=re.compile(
        r"(?<=[?!…][”\"’'»])\s+(?!(?:He|She|It|They|We|I|You|The|A|An|His|Her|My|Our|Their|This|That|No|So|And|But|Then)\b)"
        r"(?:[A-Z][\w.'’-]*\s+){1,3}(?:said|asked|cried|replied|answered|whispered|shouted|called|exclaimed|murmured"
        r"|muttered|demanded|inquired|enquired|wondered|repeated|added|remarked|growled|sighed|screamed|yelled)\b"
        r"|(?<=[ap]\.m\.)\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[ECMP][SD]T|GMT|UTC|BST)\b"
    ),
)
