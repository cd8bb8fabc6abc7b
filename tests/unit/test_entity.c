/* Names: finding, suggesting, aliases, identifiers, merges, the list. */
#include "store_fixture.h"

static sl_entity find(struct fixture *f, const char *name)
{
    sl_entity entity = 0;
    assert_ok(f, sl_book_find(f->book, name, &entity, &f->err));
    return entity;
}

static void assert_suggested(struct fixture *f, const char *name, const char *suggestion)
{
    sl_entity entity;
    assert_int_equal(sl_book_find(f->book, name, &entity, &f->err), SL_NOTHING);
    assert_non_null(strstr(f->err.message, name));
    const char *offer = strstr(f->err.message, "did you mean '");
    if (suggestion == NULL) {
        if (offer != NULL) fail_msg("%s", f->err.message);
    } else if (offer == NULL ||
               strncmp(offer + strlen("did you mean '"), suggestion, strlen(suggestion)) != 0) {
        fail_msg("%s: expected '%s'", f->err.message, suggestion);
    }
}

static void a_name_is_found_in_any_case_and_normal_form(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"Soci\xc3\xa9t\xc3\xa9 G", 1, NULL, "1"});
    sl_entity entity = find(f, "SOCIE\xcc\x81TE\xcc\x81  g");
    assert_string_equal(sl_book_name(f->book, entity), "Soci\xc3\xa9t\xc3\xa9 G");
}

static void an_unknown_name_suggests_the_nearest(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"Renault SA", 1, "The Nissan Motor", "1"}, {"Daimler", 1, "Mitsubishi", "1"});
    assert_suggested(f, "Renault", "Renault SA");
    assert_suggested(f, "Renault SA Group", "Renault SA");
    assert_suggested(f, "Nissan", "The Nissan Motor");
    assert_suggested(f, "Damiler", "Daimler");
    assert_suggested(f, "eaimler", "Daimler");
    assert_suggested(f, "mitsubischi", "Mitsubishi");
    assert_suggested(f, "Volkswagen", NULL);
}

static void a_name_that_cannot_be_is_not_found(void **state)
{
    struct fixture *f = *state;
    sl_entity entity;
    assert_int_equal(sl_book_find(f->book, "a\nb", &entity, &f->err), SL_NOTHING);
    assert_int_equal(sl_book_find(f->book, "", &entity, &f->err), SL_NOTHING);
}

static void a_refused_name_is_invalid_in_an_import(void **state)
{
    struct fixture *f = *state;
    struct sl_import *import = NULL;
    sl_entity entity;
    assert_ok(f, sl_import_begin(&import, f->book, NULL, &f->err));
    assert_int_equal(sl_import_name(import, "a\nb", 3, &entity, &f->err), SL_INVALID);
    sl_import_end(import);
}

static void a_book_without_names_suggests_none(void **state)
{
    assert_suggested(*state, "Renault", NULL);
}

static void an_unknown_id_has_a_name_still(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(sl_book_name(f->book, 77), "?");
}

static void an_alias_means_its_entity_in_questions_and_imports(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"Renault", 1, "State", "1"});
    assert_ok(f, sl_entity_alias(f->book, "Renault", "R\xc3\xa9gie Renault", &f->err));
    assert_int_equal(find(f, "r\xc3\xa9gie renault"), find(f, "Renault"));
    IMPORT(f, {"R\xc3\xa9gie Renault", 2, "State", "2"});
    assert_events(f, "Renault", "1 State 1;2 State 2");
    assert_int_equal(count_rows(f, "entity"), 2);
    assert_suggested(f, "R\xc3\xa9gie", "R\xc3\xa9gie Renault");
}

static void an_alias_given_twice_changes_nothing(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"Renault", 1, NULL, "1"});
    assert_ok(f, sl_entity_alias(f->book, "Renault", "Regie", &f->err));
    assert_ok(f, sl_entity_alias(f->book, "Renault", "REGIE", &f->err));
    assert_ok(f, sl_entity_alias(f->book, "Regie", "Renault", &f->err));
    assert_int_equal(count_rows(f, "name"), 2);
}

static void the_name_of_another_entity_is_no_alias(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"Renault", 1, "Nissan", "1"});
    assert_int_equal(sl_entity_alias(f->book, "Renault", "nissan", &f->err), SL_MISUSE);
    assert_non_null(strstr(f->err.message, "merge"));
    assert_int_equal(sl_entity_alias(f->book, "Renault", "a\nb", &f->err), SL_MISUSE);
    assert_int_equal(sl_entity_alias(f->book, "Nobody", "x", &f->err), SL_NOTHING);
}

static void an_identifier_finds_its_entity(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"Renault", 1, NULL, "1"});
    assert_ok(f, sl_entity_alias(f->book, "Renault", "isin:FR0000131906", &f->err));
    IMPORT(f, {"ISIN:fr0000131906", 2, NULL, "2"});
    assert_events(f, "Renault", "1 - 1;2 - 2");
}

static void an_identifier_makes_an_entity_that_its_first_name_displays(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"lei:5493", 1, NULL, "1"});
    assert_string_equal(sl_book_name(f->book, find(f, "lei:5493")), "lei:5493");
    assert_ok(f, sl_entity_alias(f->book, "lei:5493", "ticker:RNO", &f->err));
    assert_string_equal(sl_book_name(f->book, find(f, "lei:5493")), "lei:5493");
    assert_ok(f, sl_entity_alias(f->book, "lei:5493", "Renault", &f->err));
    assert_string_equal(sl_book_name(f->book, find(f, "LEI:5493")), "Renault");
    assert_ok(f, sl_undo(f->book, 1, NULL, &f->err)); /* a person named it: it stays */
    assert_string_equal(sl_book_name(f->book, find(f, "ticker:rno")), "Renault");
}

/* ---- merges ---- */

static void merged_issuers_are_one_in_order_of_day_and_arrival(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"A", 1, "H", "1"}, {"B", 1, "H", "2"}, {"A", 2, "B", "3"}, {"C", 0, "A", "4"},
           {"A", 1, "H", "5"});
    assert_ok(f, sl_entity_merge(f->book, "A", "B", &f->err));
    assert_ok(f, sl_entity_merge(f->book, "B", "C", &f->err)); /* B is A by now */
    assert_events(f, "C", "0 A 4;1 H 1;1 H 2;1 H 5;2 A 3");
    assert_string_equal(sl_book_name(f->book, find(f, "b")), "A");
    sl_entity *ids = NULL;
    size_t count = 0;
    assert_ok(f, sl_book_issuers(f->book, false, true, &ids, &count, &f->err));
    assert_int_equal(count, 1);
    free(ids);
    const sl_entity holder = find(f, "B");
    assert_ok(f, sl_book_issuers_of(f->book, &holder, 1, &ids, &count, &f->err));
    assert_int_equal(count, 1);
    assert_int_equal(ids[0], find(f, "A"));
    free(ids);
    assert_int_equal(count_events(f), 5);
}

static void unmerge_takes_back_that_merge_only(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"A", 1, NULL, "1"}, {"B", 1, NULL, "2"}, {"C", 1, NULL, "3"}, {"D", 1, NULL, "4"});
    assert_ok(f, sl_entity_merge(f->book, "B", "C", &f->err));
    assert_ok(f, sl_entity_merge(f->book, "A", "B", &f->err));
    assert_ok(f, sl_entity_merge(f->book, "D", "A", &f->err));
    assert_events(f, "D", "1 - 1;1 - 2;1 - 3;1 - 4");
    assert_ok(f, sl_entity_unmerge(f->book, "B", &f->err));
    assert_events(f, "B", "1 - 2;1 - 3"); /* with what was merged into it before */
    assert_events(f, "A", "1 - 1;1 - 4");
    assert_int_equal(sl_entity_unmerge(f->book, "B", &f->err), SL_NOTHING);
    assert_int_equal(sl_entity_unmerge(f->book, "D", &f->err), SL_NOTHING);
}

static void a_merge_in_a_circle_changes_nothing(void **state)
{
    struct fixture *f = *state;
    IMPORT(f, {"A", 1, NULL, "1"}, {"B", 1, NULL, "2"});
    assert_ok(f, sl_entity_merge(f->book, "A", "B", &f->err));
    assert_ok(f, sl_entity_merge(f->book, "B", "A", &f->err));
    assert_ok(f, sl_entity_merge(f->book, "A", "A", &f->err));
    assert_events(f, "B", "1 - 1;1 - 2");
    assert_ok(f, sl_entity_unmerge(f->book, "B", &f->err));
    assert_events(f, "B", "1 - 2");
}

static void a_cursor_turns_between_merged_and_single_issuers(void **state)
{
    struct fixture *f = *state;
    struct sl_cursor *cursor = NULL;
    struct sl_event event;
    IMPORT(f, {"A", 1, NULL, "1"}, {"B", 2, NULL, "2"}, {"C", 3, NULL, "3"});
    assert_ok(f, sl_entity_merge(f->book, "A", "B", &f->err));
    assert_ok(f, sl_cursor_open(&cursor, f->book, find(f, "C"), SL_COLUMNS_ALL, &f->err));
    assert_ok(f, sl_cursor_next(cursor, &event, &f->err));
    assert_int_equal(event.date.day, 3);
    assert_ok(f, sl_cursor_seek(cursor, find(f, "A"), &f->err));
    assert_ok(f, sl_cursor_next(cursor, &event, &f->err)); /* and leaves it in the middle */
    assert_int_equal(event.date.day, 1);
    assert_ok(f, sl_cursor_seek(cursor, find(f, "C"), &f->err));
    assert_ok(f, sl_cursor_next(cursor, &event, &f->err));
    assert_int_equal(event.date.day, 3);
    assert_int_equal(sl_cursor_next(cursor, &event, &f->err), SL_NOTHING);
    assert_int_equal(sl_cursor_next(cursor, &event, &f->err), SL_NOTHING);
    assert_ok(f, sl_cursor_seek(cursor, find(f, "A"), &f->err));
    assert_ok(f, sl_cursor_next(cursor, &event, &f->err));
    assert_ok(f, sl_cursor_next(cursor, &event, &f->err));
    assert_int_equal(event.date.day, 2);
    assert_int_equal(sl_cursor_next(cursor, &event, &f->err), SL_NOTHING);
    sl_cursor_close(cursor);
}

static void issuers_are_sorted_by_name(void **state)
{
    struct fixture *f = *state;
    sl_entity *ids = NULL;
    size_t count = 0;
    IMPORT(f, {"b", 1, "x", "1"}, {"C", 1, "x", "2"}, {"a", 1, "C", "3"});
    assert_ok(f, sl_book_issuers(f->book, false, true, &ids, &count, &f->err));
    assert_int_equal(count, 3);
    assert_string_equal(sl_book_name(f->book, ids[0]), "C");
    assert_string_equal(sl_book_name(f->book, ids[1]), "a");
    assert_string_equal(sl_book_name(f->book, ids[2]), "b");
    free(ids);
}

/* ---- the list ---- */

static enum sl_status note_entity(void *context, const void *row, struct sl_error *err)
{
    const struct sl_entity_row *entity = row;
    char *text = context;
    (void)err;
    snprintf(text + strlen(text), 500 - strlen(text), "%s[%s][%s]%d,%d|", entity->name,
             entity->aliases == NULL ? "" : entity->aliases,
             entity->identifiers == NULL ? "" : entity->identifiers, (int)entity->as_issuer,
             (int)entity->as_holder);
    return SL_OK;
}

static void entities_are_listed_with_names_and_counts(void **state)
{
    struct fixture *f = *state;
    char text[500] = "";
    const struct sl_sink sink = {.row = note_entity, .context = text};
    assert_int_equal(sl_entities(f->book, NULL, sink, &f->err), SL_NOTHING);
    IMPORT(f, {"Renault", 1, "State", "1"}, {"Renault", 2, "State", "1"},
           {"Nissan", 1, "Renault", "1"}, {"Regie", 1, "France", "2"}, {"lei:1", 1, "Regie", "2"});
    assert_ok(f, sl_entity_merge(f->book, "Renault", "Regie", &f->err));
    assert_ok(f, sl_entity_alias(f->book, "Regie", "isin:FR", &f->err));
    assert_ok(f, sl_entity_alias(f->book, "Renault", "The Losange", &f->err));
    assert_ok(f, sl_entities(f->book, NULL, sink, &f->err));
    assert_string_equal(text,
                        "France[][]0,1|Nissan[][]1,0|"
                        "Renault[Regie; The Losange][isin:FR]3,2|State[][]0,2|lei:1[][lei:1]1,0|");
    text[0] = '\0';
    assert_ok(f, sl_entities(f->book, "regie", sink, &f->err));
    assert_string_equal(text, "Renault[Regie; The Losange][isin:FR]3,2|");
    text[0] = '\0';
    assert_ok(f, sl_entities(f->book, "State", sink, &f->err));
    assert_string_equal(text, "State[][]0,2|");
    assert_int_equal(sl_entities(f->book, "Stale", sink, &f->err), SL_NOTHING);
    assert_non_null(strstr(f->err.message, "'State'"));
}

static void a_merged_entitys_identifier_is_listed_once(void **state)
{
    struct fixture *f = *state;
    char text[500] = "";
    const struct sl_sink sink = {.row = note_entity, .context = text};
    IMPORT(f, {"Renault", 1, NULL, "1"}, {"lei:1", 1, NULL, "1"}, {"lei:2", 1, NULL, "1"});
    assert_ok(f, sl_entity_alias(f->book, "lei:2", "Regie", &f->err));
    assert_ok(f, sl_entity_merge(f->book, "Renault", "lei:1", &f->err));
    assert_ok(f, sl_entity_merge(f->book, "Renault", "lei:2", &f->err));
    assert_ok(f, sl_entities(f->book, NULL, sink, &f->err));
    assert_ok(f, sl_entities(f->book, "Regie", sink, &f->err));
    assert_string_equal(text, "Renault[Regie][lei:1; lei:2]3,0|Renault[Regie][lei:1; lei:2]3,0|");
}

#define FACT(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

/* ---- many names ---- */

enum { MANY = 4000 };

static void fill_many(struct fixture *f, sl_entity ids[MANY])
{
    struct sl_import *import;
    struct sl_import_result result = {0};
    char name[32];
    assert_ok(f, sl_import_begin(&import, f->book, NULL, &f->err));
    assert_ok(f, sl_import_file(import, "many.csv", &f->err));
    for (int i = 0; i < MANY; i++) {
        snprintf(name, sizeof name, "Company %d", i);
        put_event(f, import, name, 1, NULL, "1");
        assert_ok(f, sl_import_name(import, name, strlen(name), &ids[i], &f->err));
    }
    assert_ok(f, sl_import_commit(import, false, false, 0, &result, &f->err));
    sl_import_end(import);
}

static void many_names_are_read_at_once_and_others_are_not(void **state)
{
    struct fixture *f = *state;
    static sl_entity ids[MANY], odd[MANY / 2];
    char name[32];
    fill_many(f, ids);
    for (int i = 0; i < MANY / 2; i++)
        odd[i] = ids[2 * i + 1];
    assert_ok(f, sl_book_read_begin(f->book, &f->err));
    assert_ok(f, sl_book_read_names(f->book, odd, MANY / 2, &f->err));
    for (int i = 0; i < MANY; i++) {
        snprintf(name, sizeof name, "Company %d", i);
        if (i % 2 == 1)
            assert_string_equal(sl_book_known_name(f->book, ids[i]), name);
        else
            assert_null(sl_book_known_name(f->book, ids[i]));
    }
    assert_string_equal(sl_book_name(f->book, ids[0]), "Company 0");
    assert_string_equal(sl_book_known_name(f->book, ids[0]), "Company 0");
    sl_book_read_end(f->book);
}

static void few_names_are_not_read_before_they_are_asked_for(void **state)
{
    struct fixture *f = *state;
    static sl_entity ids[MANY];
    fill_many(f, ids);
    assert_ok(f, sl_book_read_names(f->book, ids, 3, &f->err));
    assert_null(sl_book_known_name(f->book, ids[0]));
    assert_string_equal(sl_book_name(f->book, ids[0]), "Company 0");
}

static void every_name_can_be_read_at_once(void **state)
{
    struct fixture *f = *state;
    static sl_entity ids[MANY];
    bool many = true;
    fill_many(f, ids);
    assert_ok(f, sl_book_names_are_many(f->book, 3, &many, &f->err));
    assert_false(many);
    assert_ok(f, sl_book_names_are_many(f->book, MANY, &many, &f->err));
    assert_true(many);
    assert_null(sl_book_known_name(f->book, ids[0]));
    assert_ok(f, sl_book_read_every_name(f->book, &f->err));
    for (int i = 0; i < MANY; i++)
        assert_non_null(sl_book_known_name(f->book, ids[i]));
}

static void names_asked_for_one_by_one_are_kept(void **state)
{
    struct fixture *f = *state;
    static sl_entity ids[MANY];
    static const char *kept[MANY];
    char name[32];
    fill_many(f, ids);
    assert_ok(f, sl_book_read_begin(f->book, &f->err));
    for (int i = 0; i < 2 * MANY; i++) {
        const int at = i * 1999 % MANY; /* far from the one before */
        snprintf(name, sizeof name, "Company %d", at);
        const char *found = sl_book_name(f->book, ids[at]);
        assert_string_equal(found, name);
        if (i < MANY) kept[at] = found;
        assert_ptr_equal(found, kept[at]);
    }
    sl_book_read_end(f->book);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        FACT(a_name_is_found_in_any_case_and_normal_form),
        FACT(an_unknown_name_suggests_the_nearest),
        FACT(a_name_that_cannot_be_is_not_found),
        FACT(a_refused_name_is_invalid_in_an_import),
        FACT(a_book_without_names_suggests_none),
        FACT(an_unknown_id_has_a_name_still),
        FACT(an_alias_means_its_entity_in_questions_and_imports),
        FACT(an_alias_given_twice_changes_nothing),
        FACT(the_name_of_another_entity_is_no_alias),
        FACT(an_identifier_finds_its_entity),
        FACT(an_identifier_makes_an_entity_that_its_first_name_displays),
        FACT(merged_issuers_are_one_in_order_of_day_and_arrival),
        FACT(unmerge_takes_back_that_merge_only),
        FACT(a_merge_in_a_circle_changes_nothing),
        FACT(a_cursor_turns_between_merged_and_single_issuers),
        FACT(issuers_are_sorted_by_name),
        FACT(entities_are_listed_with_names_and_counts),
        FACT(a_merged_entitys_identifier_is_listed_once),
        FACT(many_names_are_read_at_once_and_others_are_not),
        FACT(few_names_are_not_read_before_they_are_asked_for),
        FACT(every_name_can_be_read_at_once),
        FACT(names_asked_for_one_by_one_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
