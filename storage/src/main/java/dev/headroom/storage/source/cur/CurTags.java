package dev.headroom.storage.source.cur;

import dev.headroom.storage.source.NamedValues;
import dev.headroom.storage.source.SourceRow;
import dev.headroom.storage.source.csv.Columns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The tags and cost categories of a report line. The legacy report has a column for each; CUR 2.0 has them in
/// the columns `resource_tags` and `cost_category`, each a JSON object. A tag that a user made goes by its own
/// name, one of AWS has the prefix `aws:`, a cost category `cost_category:`.
final class CurTags {
    private static final Pattern TAG = Pattern.compile("(?i)^resource_?tags[/_.](?=.)");
    private static final Pattern CATEGORY = Pattern.compile("(?i)^cost_?category[/_.](?=.)");
    private static final String CATEGORY_PREFIX = "cost_category:";
    private final Map<Integer, String> names = new LinkedHashMap<>();
    private final NamedValues tags;
    private final NamedValues categories;

    CurTags(Columns columns) {
        for (int i = 0; i < columns.header().size(); i++) {
            String name = columns.header().get(i).strip();
            if (TAG.matcher(name).find()) {
                names.put(i, tag(TAG.matcher(name).replaceFirst("")));
                columns.use(i);
            } else if (CATEGORY.matcher(name).find()) {
                names.put(i, CATEGORY_PREFIX + CATEGORY.matcher(name).replaceFirst(""));
                columns.use(i);
            }
        }
        tags = new NamedValues(columns.find("resource_tags"), "tags");
        categories = new NamedValues(columns.find("cost_category"), "cost categories");
    }

    /// `user:team` and `user_team` are `team`; `aws:createdBy` and `aws_created_by` keep that they are of AWS.
    private static String tag(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("user:") || lower.startsWith("user_")) {
            return name.substring(5);
        }
        return lower.startsWith("aws_") ? "aws:" + name.substring(4) : name;
    }

    Map<String, String> read(SourceRow row) {
        Map<String, String> all = new LinkedHashMap<>();
        names.forEach((column, name) -> put(all, name, row.text(column)));
        tags.read(row).forEach((name, value) -> put(all, tag(name), value));
        categories.read(row).forEach((name, value) -> put(all, CATEGORY_PREFIX + name, value));
        return all;
    }

    private static void put(Map<String, String> all, String name, String value) {
        if (!value.isEmpty()) {
            all.put(name, value);
        }
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>(tags.notes());
        notes.addAll(categories.notes());
        return notes;
    }
}
