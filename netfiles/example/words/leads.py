"""What is written down about job leads: needs, methods, results, pay, next steps."""

from netfiles.example.words import lines

NEEDS: tuple[str, ...] = lines("""
    demand forecasting
    network planning
    SQL
    leading a small team
    vendor contracts
    explaining numbers to crews
    scheduling systems
    budget responsibility
    Spanish
    change management
""")

METHODS: tuple[str, ...] = lines("""
    online form
    e-mail to the hiring manager
    through a referral
    handed over in person
    recruiter
    letter
""")

RESULTS: dict[str, tuple[str, ...]] = {
    "rejected": lines("""
        Filled from inside
        Wanted someone with rail experience
        No answer after the second talk, then a form letter
        Second choice, they said, and asked to keep in touch
    """),
    "withdrawn": lines("""
        Too much travel
        The pay was a third below the range
        It was a reporting job under another name
    """),
    "accepted": lines("""
        Interim contract for three months, done and invoiced
    """),
}

SALARIES: tuple[str, ...] = (
    "82-90k", "95k plus bonus", "not stated", "78,000-86,000", "~ 60 an hour", "100k", "grade 11, step 3",
)  # fmt: skip

NEXT_STEPS: dict[str, tuple[str, ...]] = {
    "heard": ("ask whom to talk to before it is posted", "find someone who knows the team"),
    "asked": ("wait for the word of the hiring manager", "send the one-pager"),
    "applied": ("ask about the state of things", "find a second way in"),
    "interviewing": ("prepare the case", "write thank-you notes to all three"),
    "offer": ("answer in writing", "ask about start date and leave"),
}

NOTES: tuple[str, ...] = lines("""
    Reports to the head of operations; two planners in the team.
    Why me: the returns forecast is nearly the same problem.
    Weak spot: no experience with their scheduling system. Say so first.
    Three days in {city}, two at home.
    The job is new, so nobody left in anger.
    They mention {topic} twice in the text.
    Ask who decides about the budget.
""")

KINDS: tuple[str, ...] = ("permanent", "permanent", "permanent", "contract", "part-time")
MORE_TAGS: tuple[str, ...] = ("hybrid", "long-shot", "hybrid", "dream-job", "short-commute")
