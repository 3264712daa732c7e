"""The words in which others write down what a field of ours says: keys of front matter, kinds of notes, folders."""

import re
from collections.abc import Mapping

from netfiles.records.validate import list_fields

_OURS = frozenset(list_fields("person")) - {"photo", "cards", "source", "told_before", "next_done"}
"""Our own words are understood too; not what leads to files or notes that are not brought along."""

_PERSON = {
    "name": "name, full_name, fullname, display_name, contact_name, person_name, fn, nom",
    "first": "first_name, firstname, given_name, first, forename, vorname",
    "middle": "middle_name, middlename",
    "last": "last_name, lastname, family_name, surname, last, nachname",
    "aliases": "alias, aliases, nickname, nicknames, nick_name, nick, aka, goes_by, preferred_name, also_known_as,"
    " maiden_name, other_names",
    "company": "company, companies, org, orgs, organisation, organization, organisations, organizations, employer,"
    " employers, work, workplace, works_at, works_for, company_name, org_slug, current_company, firm, firma,"
    " affiliation, account, business",
    "title": "title, job_title, jobtitle, role, roles, position, job, occupation, profession, headline, job_role,"
    " current_role, designation, beruf",
    "emails": "email, emails, e_mail, e_mails, mail, mails, email_address, email_addresses, work_email,"
    " personal_email, primary_email, secondary_email, other_email, email_work, email_home, email_personal,"
    " email_private, email_2, email2, contact_email, private_email, business_email",
    "phones": "phone, phones, phone_number, phone_numbers, tel, telephone, telephones, telefon, mobile, mobiles,"
    " mobile_phone, mobile_number, cell, cell_phone, cellphone, work_phone, home_phone, office_phone, phone_work,"
    " phone_home, phone_mobile, phone_2, phone2, handy, whatsapp, signal_number, contact_number",
    "addresses": "address, addresses, home_address, work_address, mailing_address, postal_address, street_address,"
    " street, adresse",
    "links": "link, links, url, urls, website, websites, web, site, homepage, blog, linkedin, linkedin_url,"
    " linkedin_profile, linkedin_id, twitter, twitter_url, twitter_handle, twitter_id, x, x_id, x_handle, x_url,"
    " github, github_url, github_id, github_username, gitlab, mastodon, bluesky, instagram, instagram_handle,"
    " instagram_id, facebook, facebook_url, facebook_id, xing, youtube, medium, telegram, threads, threads_id,"
    " portfolio, social, socials, social_media, profile_url, personal_website, personal_site, crunchbase, calendly",
    "location": "location, city, town, based_in, lives_in, residence, current_city, current_location, loc, wohnort",
    "past_companies": "past_companies, former_orgs, former_org, former_companies, former_employers, previous_companies,"
    " previous_employers, past_employers, previous_company, former_company, formerly_at",
    "region": "state, region, province, country, land",
    "birthday": "birthday, birth_day, bday, dob, date_of_birth, birthdate, birth_date, born, geburtstag",
    "tags": "tag, tags, label, labels, group, groups, circle, circles, lists, keywords",
    "relation": "relation, relationship, relationship_type, relation_type, relationship_to_me, connection,"
    " connection_type, how_we_know, known_from, rel, beziehung",
    "met_on": "met_on, met_date, date_met, first_met_on, first_met_date, first_contact, first_contacted, known_since,"
    " met_when, date_first_met, connected_on",
    "met_at": "met_at, how_we_met, how_met, met_context, where_met, where_we_met, met_via, met_where, met_through,"
    " meeting_place",
    "met": "met, first_met, first_meeting, we_met",
    "introduced_by": "introduced_by, introduction_by, intro_by, referred_by, referrer, referral",
    "keep_in_touch": "keep_in_touch, frequency, cadence, contact_frequency, contact_cadence, touch_frequency,"
    " follow_up_frequency, reach_out_every, contact_every, contact_interval, interval, check_in, check_in_frequency,"
    " catch_up_frequency, stay_in_touch, followup_cadence, outreach_frequency, contact_interval_days,"
    " custom_frequency_days, frequency_days, interval_days, cadence_days, contact_frequency_days, follow_up_days,"
    " keep_in_touch_days, target_frequency_days",
    "next_on": "next_on, next_follow_up, next_followup, follow_up, followup, follow_up_on, follow_up_date,"
    " followup_date, next_contact, next_contact_on, next_contact_date, next_contact_due, next_touch, next_action_date,"
    " next_step_date, next_action_on, next_meeting, next_check_in, next_reach_out, remind_on, reminder, reminder_date,"
    " contact_by, due, due_date",
    "next": "next, next_step, next_steps, next_action, next_actions, next_topic",
    "last_contact": "last_contact, last_contacted, last_contacted_on, last_contact_date, last_contacted_at, last_talk,"
    " last_talked, last_met, last_met_on, last_seen, last_spoke, last_spoken, last_spoke_on, last_touch, last_touched,"
    " last_interaction, last_interaction_date, last_connected, last_communication, last_conversation, last_meeting,"
    " last_reached_out, last_touchpoint, last_catch_up, last_call, last_email, letzter_kontakt, contacted",
    "status": "status, state_of_contact, contact_status",
    "uid": "uid, uuid, id, contact_id, person_id, subject_id, crm_id, note_id, orbit_id",
    "private": "private",
    "me": "me, is_me, self",
    "notes": "note, notes, description, bio, about, summary, background",
}

_TALK = {
    "date": "date, when, day, met_on, date_of_meeting, meeting_date, occurred_at, occurred_on, datetime, date_time,"
    " start, started_at, on, timestamp, interaction_date",
    "with": "with, people, person, persons, attendees, attendee, participants, participant, contact, contacts, who,"
    " guests, members, invitees, present, relationship, relationships, from, to, cc",
    "channel": "channel, medium, method, via, mode, interaction_type, kind_of_contact, how",
    "direction": "direction",
    "minutes": "minutes, duration, duration_minutes, duration_min, length",
    "title": "title, subject, summary, name",
    "tags": "tags, tag",
    "companies": "company, companies, org, orgs, organisation, organization, organizations",
    "purpose": "purpose, goal, objective",
    "next": "next, next_step, next_steps, next_action",
    "next_on": "next_on, next_follow_up, follow_up, followup, follow_up_date, follow_up_on, due, next_step_date",
    "uid": "uid, uuid, id, note_id, interaction_id",
    "private": "private",
}


def _by_word(table: Mapping[str, str]) -> Mapping[str, str]:
    return {word: field for field, words in table.items() for word in words.split(", ")}


PERSON: Mapping[str, str] = {**{field: field for field in _OURS}, **_by_word(_PERSON)}
"""What the keys of a person's note say: a field of ours, or a part of one (first, middle, last, region, met), or
`last_contact`, which is no field but a talk. Keys as `word` gives them."""

TALK: Mapping[str, str] = _by_word(_TALK)
"""What the keys of a note on a talk say."""

CONTAINERS = frozenset(
    "contact contacts contact_info contact_details contact_information details info social socials social_media"
    " profiles online links work personal properties metadata fields crm person profile reach".split()
)
"""Keys that say nothing themselves of what is nested in them."""

KINDS = frozenset("type kind category categories class fileclass file_class note_type entity entity_type is_a".split())
"""Keys that say what a note is about."""

PEOPLE = frozenset(
    "person people persons persona contact contacts crm_contact crm_contacts crm_person crm_people human relationship"
    " relationships friend friends".split()
)
"""What notes on people are called, as kind, tag or folder."""

PEOPLES_FOLDERS = PEOPLE | {"network", "rolodex", "my_network", "address_book", "adressbuch", "kontakte", "personen"}

TALKS = frozenset(
    "meeting meetings interaction interactions crm_interaction crm_interactions call calls phone_call conversation"
    " conversations coffee touchpoint touchpoints 1_1 1_on_1 one_on_one 1on1 catch_up contact_log activity activities"
    " chat meeting_note meeting_notes".split()
)
"""What notes on talks are called."""

OTHER = frozenset(
    "company companies organisation organization organisations organizations org account accounts book books movie"
    " movies place places project projects event events daily daily_note deal deals opportunity opportunities moc"
    " index template templates article articles clipping clippings recipe recipes task tasks product products"
    " dashboard area areas resource resources base team teams role roles goal goals area note_index readme podcast"
    " podcasts show shows trip trips game games album albums city cities post posts categories lead leads".split()
)
"""What notes on neither are called: they are no people even where they have an address."""

TEMPLATES = frozenset(("template", "templates"))

NO_PEOPLE = frozenset("readme index home dashboard moc template templates inbox todo changelog license guide".split())
"""Names of files in a folder of people that are of no person."""

TELLING = frozenset(("emails", "phones", "birthday", "last_contact", "relation", "keep_in_touch", "met", "met_on"))
"""Fields that only people have: a note that says one of them, and not that it is something else, is of a person."""

PROFILES: Mapping[str, str] = {
    "linkedin": "https://www.linkedin.com/in/",
    "twitter": "https://x.com/",
    "x": "https://x.com/",
    "github": "https://github.com/",
    "gitlab": "https://gitlab.com/",
    "instagram": "https://www.instagram.com/",
    "facebook": "https://www.facebook.com/",
    "threads": "https://www.threads.net/@",
    "bluesky": "https://bsky.app/profile/",
    "telegram": "https://t.me/",
    "xing": "https://www.xing.com/profile/",
    "youtube": "https://www.youtube.com/@",
    "medium": "https://medium.com/@",
}
"""Where somebody is found by what they are called there, by the first word of the key."""

STATES: Mapping[str, str] = {
    "active": "active", "dormant": "dormant", "closed": "closed", "inactive": "dormant", "archived": "dormant",
    "archive": "dormant", "paused": "dormant", "snoozed": "dormant", "cold": "dormant", "deceased": "closed",
    "dead": "closed", "do_not_contact": "closed", "lost": "closed", "ended": "closed", "former": "closed",
    "current": "active",
}  # fmt: skip
"""What a status of others is here."""

WAYS: Mapping[str, str] = {
    "out": "out", "outbound": "out", "outgoing": "out", "sent": "out", "in": "in", "inbound": "in", "incoming": "in",
    "received": "in", "both": "both", "mutual": "both", "two_way": "both",
}  # fmt: skip

LOGS = frozenset(
    "log logs contact_log interaction_log interactions interaction contact_history interaction_history meetings"
    " meeting_notes conversations conversation_log touchpoints communication communications calls talks catch_ups"
    " contact_notes 1_1s 1_on_1s".split()
)
"""Headings in the note of a person below which each line that begins with a day is a talk."""

NO_LOGS = frozenset(
    "history changelog change_log changes observations education career work_history work experience timeline tasks"
    " todo todos to_do reminders dates important_dates birthdays family gifts gift_ideas next_steps follow_ups".split()
)
"""Headings below which none is, whatever it says."""

COMPANIES = frozenset(
    "company companies organisation organisations organization organizations org orgs account accounts".split()
)
"""What notes on companies, and the folders of them, are called."""

_NO_LETTERS = re.compile(r"[^\w]+|_+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PREFIX = re.compile(r"^[a-z]{2,5}:(?=\w)", re.IGNORECASE)


def word(text: str) -> str:
    """A key, kind or folder as it stands in these tables: `cnt:lastContact`, `Last contact` are `last_contact`."""
    plain = _CAMEL.sub(" ", _PREFIX.sub("", text.strip()))
    return _NO_LETTERS.sub("_", plain).strip("_").casefold()
