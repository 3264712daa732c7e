"""What is asked, promised and owed between people, in one sentence each."""

from netfiles.example.words import lines

ASKS: dict[str, tuple[str, ...]] = {
    "information": lines("""
        Twenty minutes on how {firm} handles {topic}?
        What does a {role} at {firm} do all week?
        Which two skills did your last planner lack?
    """),
    "contacts": lines("""
        Who runs planning at two other firms near {city}?
        Could you name two people who have worked on {topic}?
        Keep me in mind if you hear of anything.
    """),
    "interview": lines("""
        Would you see me for half an hour about the {role} job?
        Could I meet the hiring manager for the {role} job before it is advertised?
    """),
    "referral": lines("""
        Would you pass my résumé to the head of planning at {firm}?
        May I name you when I apply as {role} at {firm}?
    """),
    "advice": lines("""
        Contract first or wait for a permanent post at {firm}?
        How would you explain a gap of more than a year?
        Which of these two offers would you weigh higher, and why?
    """),
    "review": lines("""
        Would you read one page and mark what is unclear?
        Is the case about the returns forecast convincing to a {role}?
    """),
    "job": lines("""
        Do you have any openings?
        Could you use someone on {topic} for three months, starting in {month}?
    """),
}

PROMISES: tuple[str, ...] = lines("""
    send the article on {topic}
    write up how we planned {topic}
    introduce {first} to my old manager
    call again after the holidays
    send three dates for a visit
    return the book on queueing
    tell {first} how the interview went
    send the one-page pitch
    ask at home about the apartment listing
    pass on the name of the accountant
""")

DEBTS: tuple[str, ...] = lines("""
    name of the hiring manager
    will ask the head of planning whether they would see me
    sends the salary bands
    comments on my résumé
    a date for the site visit
    introduction to the depot manager
    the slides on {topic}
    lets me know once the budget is settled
""")

TAGS: tuple[str, ...] = ("salary", "good-advice", "career-change", "layoff", "follow-the-thread", "conference")

TASKS: tuple[str, ...] = lines("""
    send notes
    look up the paper on {topic}
    draft a follow-up to {first}
    add {first} to the holiday list
    check train times to {city}
    print the one-pager
    read the annual report
    mail the signed form
""")

ACCOMPLISHMENTS: tuple[str, ...] = lines("""
    Cut empty miles by 18 % with a weekly network plan for 140 trucks
    Built the returns forecast that 12 depots plan their shifts with
    Led the move of 3 warehouses onto one planning calendar without a missed delivery
    Trained 40 dispatchers to read and question a forecast
    Saved 1.2 million a year by re-tendering lanes by season
""")
