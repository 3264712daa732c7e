"""Short names and what they stand for: a small table of the English-speaking and some neighbouring lands."""

_TABLE = """
abigail abby | albert al bert | alexander alex sandy sasha | alexandra alex sandra sasha | alfred al fred
amanda mandy | andrew andy drew | angela angie | anthony tony | antonio tony toni | barbara barb | benjamin ben
bernard bernie | catherine cathy kate katie kathy | charles charlie chuck | charlotte lottie | christina chris tina
christine chris tina | christopher chris kit | daniel dan danny | david dave davey | deborah deb debbie | donald don
dorothy dot dottie | douglas doug | edward ed eddie ted ned | eleanor ellie nell | elizabeth liz lizzie beth betty
emily em | eugene gene | florence flo | frances fran | francis frank | francisco paco | frederick fred freddie
gabriel gabe | gerald gerry jerry | gregory greg | harold harry hal | heinrich heinz | henry hank harry | isabella bella
jacob jake | jacqueline jackie | james jim jimmy jamie | janet jan | jeffrey jeff | jennifer jen jenny | jessica jess
joan joanie | johannes hans | john jack johnny | jonathan jon jonny | jose pepe | joseph joe joey | joshua josh
judith judy | karolina karo | katherine kate kathy katie | kenneth ken | kimberly kim | konstantinos gus kostas
lawrence larry | leonard leo len | louis lou | louise lou | magdalena lena | malgorzata gosia | margaret maggie meg
margaret peggy
maria mia | martin marty | matthew matt | maximilian max | megan meg | michael mike mick misha | nancy nan | nathan nate
nicholas nick nicky | pamela pam | patricia pat patty trish | patrick pat paddy | peter pete | philip phil
raymond ray | rebecca becky | richard rich rick dick | robert bob bobby rob robbie bert | ronald ron | rosemary rosie
russell russ | samantha sam | samuel sam | sebastian seb basti | stephanie steph | stephen steve | steven steve
susan sue susie | susanne susi | suzanne sue | teresa terry tess | theodore ted theo | theresa terry tess
thomas tom tommy | timothy tim | tobias tobi | victoria vicky tori | vincent vince | walter walt wally
william will bill
"""

FULL: dict[str, frozenset[str]] = {}
"""The full names that a short one may stand for."""

for _row in " | ".join(_TABLE.strip().splitlines()).split("|"):
    _full, *_short = _row.split()
    for _name in _short:
        FULL[_name] = FULL.get(_name, frozenset()) | {_full}


def first_names(word: str) -> frozenset[str]:
    """All first names that a word may stand for, itself among them."""
    return FULL.get(word, frozenset()) | {word}
