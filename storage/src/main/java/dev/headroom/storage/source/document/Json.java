package dev.headroom.storage.source.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.SourceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reading the tokens of a document: what is expected is read, what is not needed is skipped.
public final class Json {
    private Json() {}

    /// What to do with one field of an object; the parser stands on the first token of its value and is left on
    /// the last.
    public interface Field {
        void read(String name) throws IOException, SourceException;
    }

    /// What to do with one entry of an array; the parser stands on its first token and is left on its last.
    public interface Entry {
        void read() throws IOException, SourceException;
    }

    /// Goes through the fields of the object that begins here. Anything but an object is skipped.
    public static void fields(JsonParser json, Field each) throws IOException, SourceException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            each.read(name);
        }
    }

    /// Goes through the entries of the array that begins here. Anything but an array is skipped.
    public static void entries(JsonParser json, Entry each) throws IOException, SourceException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            each.read();
        }
    }

    /// The text of a string, a number or a truth value; empty for null, and for objects and arrays, which are
    /// skipped.
    public static String text(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null || token.isStructStart()) {
            json.skipChildren();
            return "";
        }
        return token == JsonToken.VALUE_NULL ? "" : json.getText().strip();
    }

    /// The fields of an object whose values are plain, with their texts.
    public static Map<String, String> texts(JsonParser json) throws IOException, SourceException {
        Map<String, String> texts = new LinkedHashMap<>();
        fields(json, name -> {
            String text = text(json);
            if (!text.isEmpty()) {
                texts.put(name, text);
            }
        });
        return texts;
    }

    /// The texts of an array.
    public static List<String> list(JsonParser json, int most) throws IOException, SourceException {
        List<String> texts = new ArrayList<>();
        entries(json, () -> {
            if (texts.size() == most) {
                throw tooLong(most);
            }
            texts.add(text(json));
        });
        return texts;
    }

    /// Refuses a result that has more entries than any service answers with.
    public static SourceException tooLong(int most) {
        return new SourceException(
                ErrorCode.FILE_LINE_TOO_LONG,
                "One result of the document has more than " + most + " entries; ask for a shorter time.");
    }
}
