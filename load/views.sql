-- Every sub-question with the text that answers it in which a phrase stands: in the title, the preamble, the question or
-- the answer; capitals and accents count for nothing. `found_in` says where.
--   from search('stikstof') where session = '2021-2022'
create or replace macro search(phrase) as table
    select * exclude (sought, _preamble, _question, _answer, _title),
        list_filter(
            [
                case when contains(_title, sought) then 'title' end,
                case when contains(_preamble, sought) then 'preamble' end,
                case when contains(_question, sought) then 'question' end,
                case when contains(_answer, sought) then 'answer' end
            ],
            lambda place: place is not null
        ) as found_in
    from (
        select *,
            lower(strip_accents(phrase)) as sought,
            lower(strip_accents(concat_ws(' - ', theme, subject))) as _title,
            lower(strip_accents(coalesce(preamble, ''))) as _preamble,
            lower(strip_accents(question)) as _question,
            lower(strip_accents(coalesce(answer, ''))) as _answer
        from pairs
    )
    where contains(_title, sought) or contains(_preamble, sought)
        or contains(_question, sought) or contains(_answer, sought)
    order by asked_on, question_id, sub_question_position;

-- One question with its answers, in reading order.
--   from question('vlaams-parlement/2019-2020/mia-maes/7')
create or replace macro question(id) as table
    select label, question, answer, reply, alignment from pairs where question_id = id order by sub_question_position;

-- Every citation of an act by its title, or a part of it.
--   from citing('Lokaal Bestuur')
create or replace macro citing(title) as table
    select r.question_id, q.asked_on, q.asker, q.addressee, r.section, r.act_title, r.act_date, r.article, r.text
    from "references" r join questions q using (question_id)
    where contains(lower(strip_accents(r.act_title)), lower(strip_accents(title)))
    order by q.asked_on, r.question_id, r.position;

-- The members who ask, and how often, session by session.
create or replace view members as
    select asker_slug, any_value(asker order by asked_on desc) as asker, parliament, session, count(*) as questions
    from questions where asker_slug is not null
    group by parliament, session, asker_slug;

-- The ministers who are asked, session by session: how often, what became of it, and their policy fields.
create or replace view ministers as
    select addressee_slug, any_value(addressee order by asked_on desc) as addressee, parliament, session,
        count(*) as questions, count(*) filter (where answered) as answered,
        list_sort(list_distinct(flatten(list(portfolios)))) as portfolios,
        min(asked_on) as first_asked_on, max(asked_on) as last_asked_on
    from questions where addressee_slug is not null
    group by parliament, session, addressee_slug;
