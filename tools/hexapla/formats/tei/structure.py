"""The elements of TEI P5 that hold no text of their own: white space in them is only layout."""

STRUCTURE = frozenset(
    """
    TEI abstract addSpan additional address adminInfo alt altGrp altIdentifier alternate analytic anchor
    annotation annotationBlock anyElement app appInfo application arc argument attDef attList attRef
    availability back biblFull biblStruct bicond binary binding bindingDesc body broadcast cRefPattern caesura
    calendar calendarDesc castGroup castList catRef category cb certainty char charDecl charProp choice cit
    citeData citeStructure classDecl classRef classSpec classes climate cond constraintSpec content conversion
    correction correspAction correspContext correspDesc custodialHist damageSpan dataFacet dataRef dataSpec
    datatype decoDesc default delSpan dimensions div div1 div2 div3 div4 div5 div6 div7 divGen docTitle eLeaf
    eTree editionStmt editorialDecl elementRef elementSpec ellipsis empty encodingDesc entry epigraph epilogue
    equipment equiv event exemplum fDecl fLib facsimile figure fileDesc floatingText forest front fs
    fsConstraints fsDecl fsdDecl fsdLink fvLib gap gb glyph graph graphic group handDesc handNotes handShift
    history hom hyphenation iNode if iff imprint incident index interpGrp interpretation join joinGrp keywords
    kinesic lacunaEnd lacunaStart langKnowledge langUsage layoutDesc lb leaf lg link linkGrp list
    listAnnotation listApp listBibl listChange listEvent listForest listNym listObject listOrg listPerson
    listPlace listPrefixDef listRef listRelation listTranspose listWit localProp location locusGrp macroRef
    macroSpec media metDecl milestone model modelGrp modelSequence moduleRef moduleSpec monogr move msContents
    msDesc msFrag msIdentifier msItem msItemStruct msPart namespace node normalization notatedMusic noteGrp
    notesStmt numeric nym object objectDesc objectIdentifier org param paramList paramSpec particDesc path
    pause pb performance person personGrp persona physDesc place population postscript precision prefixDef
    profileDesc projectDesc prologue ptr publicationStmt punctuation quotation rdgGrp recordHist recording
    recordingStmt redo refState refsDecl relatedItem relation remarks respStmt respons revisionDesc root row
    ruby samplingDecl schemaRef schemaSpec scriptDesc scriptStmt seal sealDesc segmentation sequence seriesStmt
    set setting settingDesc shift sourceDesc sourceDoc sp spGrp space spanGrp specDesc specGrp specGrpRef
    specList standOff state stdVals styleDefDecl subst substJoin superEntry supportDesc surface surfaceGrp
    symbol table tagsDecl taxonomy teiCorpus teiHeader terrain text textClass textDesc textNode then timeline
    titlePage titleStmt trait transcriptionDesc transpose tree triangle typeDesc undo unicodeProp unihanProp
    unitDecl unitDef vAlt vColl vDefault vLabel vMerge vNot vRange valItem valList variantEncoding vocal when
    witEnd witStart
    """.split()
)
"""Those of tei_all 4.3.0, so that headers from elsewhere are laid out well too."""
