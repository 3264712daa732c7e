"""Names that are ordinary words as well: of these, a capital letter alone does not make a name."""

ORDINARY = frozenset(
    """
    abbey amber angel april art ash aspen august autumn bailey baker basil bay bear beau berry bill birch bishop black
    blaze blue bond booker boone bow bowman brand brandy brook brown buck bud bush butler candy carol carter case cash
    chance chase cherry chip chuck clay cliff clover cole collier cook cooper coral cotton crane crystal daisy dale dash
    dawn day dean dell destiny diamond dick dixie dock dot drew duke earl earnest east eden ember ernest eve ever faith
    fern field finch fisher flora ford forest forrest fox frank frost gale garland gay gene ginger glass glen gold grace
    grant gray green grey guy hall happy harmony harper hart haven hazel heath heather henna hill holiday holly honey
    hope hunt hunter iris ivory ivy jack jade jasmine jay jean jersey jewel joy judge july june justice kay king kit
    knight lake lance lane lark laurel lee liberty lily lin long lotus love lucky luna lux mace major man mark marina
    marsh mason mat max may mayor melody mercy merit miles mill miller mills misty moon moss nick noble north oak ocean
    olive opal page paris park parker pat patience pearl penny pepper perry pike pin piper poppy porter potter price
    pride prince rain ray red reed reef rich ridge ring rivers rob robin rocky rod roger rose ruby rush rusty sage
    sandy savannah sawyer scout shaw shepherd short sky smart smith sonny sparrow spring star stark stone storm strong
    sue summer sunny swan tanner taylor teal temple terry thorn tiger trinity troy turner vale van victor victory viola
    violet wade walker ward webb wells west wheeler white wild will willow winter wolf wood woods wren wright young
    apple alphabet bolt box buffer chime discover expedia gap gemini indeed lift lime link linear lush meta mint monday
    notion orange oracle pace plaid ramp ring root segment shell slack sprint square stitch stripe sun target tide
    tower twist united visa wave wire zoom
    """.split()
)
"""In small letters. A name of one word that stands in small letters somewhere in the vault is ordinary as well."""
