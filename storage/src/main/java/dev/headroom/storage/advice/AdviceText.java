package dev.headroom.storage.advice;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;

/// What a provider says as JSON, to be kept. Members that a later version adds are passed over.
public final class AdviceText {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(YearMonth.class, ToStringSerializer.instance)
                    .addDeserializer(LocalDate.class, new Parsed<>(LocalDate.class, LocalDate::parse))
                    .addDeserializer(YearMonth.class, new Parsed<>(YearMonth.class, YearMonth::parse)))
            .build();

    private AdviceText() {}

    /// Reads what its type writes.
    private static final class Parsed<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<String, T> parse;

        Parsed(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) {
            return parse.apply(text);
        }
    }

    public static String of(ProviderAdvice advice) {
        try {
            return JSON.writeValueAsString(advice);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of texts and numbers can always be written.", e);
        }
    }

    /// @throws IllegalArgumentException when the text is not of the kind
    public static ProviderAdvice read(ProviderAdvice.Kind kind, String text) {
        try {
            return JSON.readValue(text, kind.type());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "text (" + text + ") must be advice of the kind " + kind.code() + ".", e);
        }
    }
}
