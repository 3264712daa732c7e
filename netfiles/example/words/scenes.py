"""What is written down about each kind of conversation: one opening, then lines that go with any of them."""

from dataclasses import dataclass

from netfiles.example.words import lines


@dataclass(frozen=True, slots=True)
class Scene:
    openings: tuple[str, ...]
    more: tuple[str, ...] = ()


def _scene(openings: str, more: str = "") -> Scene:
    return Scene(lines(openings), lines(more))


SCENES: dict[str, Scene] = {
    "request": _scene(
        """
        Wrote to {first} after reading about {topic}.
        Asked for twenty minutes on how {firm} goes about {topic}.
        Short note, five lines: who I am, why {first} of all people, one question.
        Wrote that I am looking around after eleven years in planning and would like to learn about {firm}.
        Said that I am not asking for a job, only how {first} sees {topic}.
        Mentioned that we sat at the same table at the {event}.
        """,
        """
        Offered three times next week, and to come to {city}.
        Kept the résumé out of it.
        Third version; the first two were about me.
        """,
    ),
    "reply": _scene(
        """
        {first} answered the same day: gladly, and mornings are best.
        Friendly answer, suggests a call next week.
        {first} is happy to compare notes on {topic}.
        "Of course, anyone who takes planning seriously gets a coffee."
        Says yes, but asks for the questions beforehand.
        Short reply from a phone: yes, Thursday or Friday.
        """
    ),
    "talk": _scene(
        """
        {first} explained how the team at {firm} is set up: small, and everyone is on call one week in six.
        Most of the time went into {topic}.
        Went through my three questions; the best answer was on {topic}.
        Learned more about {topic} in half an hour than from a week of reading.
        We went through the whole planning cycle at {firm}, step by step.
        {first} had prepared more than I had.
        Started late, stayed long.
        """,
        """
        {first} thinks a {role} has to be able to explain a forecast to people who distrust forecasts.
        The way in at {firm} is a contract of three to six months, says {first}.
        Asked what {first} would do in my place: talk to the people who run the depots, not to HR.
        Budget for a second planner is decided in the spring.
        {first} came to {firm} through a neighbor, not through a posting.
        Two of the things I am proud of count for little there. Good to know.
        They look at the last two years only, so the warehouse moves should stand on top.
        Asked for a title to search for: {role}, or anything with "network" in it.
        """,
    ),
    "catchup": _scene(
        """
        Talked about {topic}, and about our kids for the rest of it.
        {first} is doing well; {firm} is busy with {topic}.
        Easy talk, no agenda.
        Caught up after far too long.
        Compared notes on {topic}.
        {first} is tired of {topic} and says so.
        Mostly listened: {first} has a hard quarter behind the team.
        Half an hour went by like nothing.
        """,
        """
        {first} may change teams in {month}.
        Told the whole story of the layoff once more; it gets shorter every time.
        {first} laughed about my color-coded spreadsheets.
        We agreed that nobody reads the monthly report.
        {first} asked what I really want. Still no good answer in one sentence.
        The old team meets once a year; {first} will send me the date.
        """,
    ),
    "event": _scene(
        """
        We stood in the same line at the {event} and talked about {topic}.
        {first} gave the talk on {topic}; I asked a question and we went on over lunch.
        Met at the {event}. {first} works as {title} at {firm}.
        Sat next to {first} at the {event}; exchanged cards.
        We packed boxes at the same table. {first} knows everyone in the room.
        """,
        """
        {first} said to write any time, and seemed to mean it.
        Good questions, no small talk.
        """,
    ),
    "thanks": _scene(
        """
        Thanked {first} for the time and said which advice I am going to try first.
        Two lines of thanks, and an article on {topic}.
        Thanked {first}, and said what I took away.
        Kept it short and to one point.
        Said thank you and that I will report how it goes.
        """
    ),
    "their_thanks": _scene(
        """
        {first} says thanks for the help with {topic}.
        Kind words from {first}: what I sent saved the team a day.
        A thank-you from {first}, with a picture of the finished board.
        """
    ),
    "update": _scene(
        """
        Told {first} where I stand: what I look for, which companies, and by when.
        Short update on the search; said that the hint about {topic} was worth a lot.
        Wrote how the last talks went and what came of them.
        Half-yearly note: what I have done, what I look for, one question at the end.
        Sent the note with the news, and two personal lines on {topic}.
        """
    ),
    "their_update": _scene(
        """
        {first} wrote that {firm} is reorganizing; nothing to do for now.
        {first} sent an article on {topic}, no question attached.
        News from {first}: the project on {topic} got its money.
        {first} has moved desks and sends a new number.
        """
    ),
    "question": _scene(
        """
        {first} asks whether I have a template for {topic}.
        {first} wants to know how we used to handle {topic} at my old place.
        Question from {first}: would I look over a slide on {topic}?
        {first} asks if I know someone who has done {topic}.
        """
    ),
    "help": _scene(
        """
        Sent my old checklist for {topic}, without the numbers.
        Gave {first} the name of a person who has done {topic} twice.
        Wrote down how we handled {topic}; one page.
        Looked over the slides and marked three places.
        """
    ),
    "referral": _scene(
        """
        Asked {first} straight out whether a referral for the {role} opening at {firm} would be possible. Yes.
        {first} offered to pass my résumé to the hiring manager, with a sentence of recommendation.
        {first} will say that I built the forecast for the returns, not that I "supported" it.
        """,
        """
        Went through the posting line by line; two needs I do not meet, and neither counts much.
        I write the sentence, {first} edits it.
        """,
    ),
    "declined": _scene(
        """
        {first} has a rule for such things, and I am not in it. Fair.
        "Not the right moment, the opening is frozen." Said kindly.
        {first} does not feel close enough to that team.
        Would rather not, and says whom I could ask instead.
        """
    ),
    "review": _scene(
        """
        Asked {first} to look at the first page of my résumé with a hiring manager's eye.
        Sent the one-page pitch and asked what is unclear after ten seconds.
        Asked for a second opinion on the case I want to tell in interviews.
        """
    ),
    "reviewed": _scene(
        """
        {first} sent back the page with eleven comments, all useful.
        Cut the summary, put the numbers first: that is the gist of what {first} says.
        {first} rewrote my second bullet in plain words. Much better.
        "You bury the best part." Moved the forecast story to the top.
        """
    ),
    "intro_in": _scene(
        """
        {first} wrote to both of us, with two sentences on each: very gracious.
        Introduction by {first}, as promised.
        {first} put us in touch; I answer within the day and keep {first} in copy once.
        """
    ),
    "tip": _scene(
        """
        {first} heard that a job will open before it is advertised.
        {first} says the planner there is leaving at the end of {month}.
        Tip from {first}: they have the budget but no text for the posting yet.
        {first} forwarded a posting from an internal list.
        """
    ),
    "interview": _scene(
        """
        Spoke with {first}, mostly about {topic}.
        Case: plan next week's routes with two trucks fewer. Took the boring, safe way and explained why.
        Three people on their side; {first} asked the best questions.
        They asked for a story about {topic}; used the returns forecast.
        """,
        """
        Clear picture of the job now. Pay was not mentioned.
        I was too long on my first answer. Better after that.
        They decide within two weeks.
        """,
    ),
    "recruiter": _scene(
        """
        {first} has nothing now, but knows the market in the valley well.
        Talked through what I want and what I do not: no relocation, no pure reporting job.
        {first} asked for three adjectives and a salary. Gave a range.
        Went through four firms; two of them I had not heard of.
        """
    ),
    "contacted": _scene(
        """
        {first} has read my profile and asks for a call.
        {first} is filling three planning jobs and wonders whether I am free to talk.
        Wants to hear what I am looking for.
        """
    ),
    "followup": _scene(
        """
        Wrote that it was good to meet at the {event}.
        Sent the link I had mentioned over lunch.
        Two lines to {first}, so that the name sticks.
        """
    ),
    "nudge": _scene(
        """
        Friendly second note, one sentence and one question.
        Asked once more, with an easy way to say no.
        """
    ),
    "asked": _scene(
        """
        Asked {first} plainly, and {first} did not mind at all.
        Good talk; at the end I put my question and got a straight answer.
        Had my question ready on a card, which made {first} smile.
        """,
        """
        We spoke about {topic} first.
        {first} wants to know what comes of it.
        """,
    ),
    "pending": _scene(
        """
        {first} will think about it and come back to me.
        We spoke about {topic}, then about what I need. {first} wants to sleep on it.
        {first} has to check with two people first.
        """
    ),
    "planned": _scene(
        """
        Questions to bring: {topic}; how the team is set up; whom else to talk to.
        Bring the printed one-pager.
        Read up on {topic} the evening before.
        At the café by the station.
        """
    ),
    "exchange": _scene(
        """
        A few lines back and forth about {topic}.
        {first} answered within minutes; settled the date.
        Wrote about {topic}, got a picture of the dog in return.
        """
    ),
    "letter": _scene(
        """
        A real letter, on paper, with two photographs.
        New Year's letter with how the year went.
        Three pages by hand, mostly about the garden.
        """
    ),
}
