package dev.headroom.storage.source.aws;

import dev.headroom.engine.fleet.Asset;
import dev.headroom.engine.fleet.AssetFact;
import dev.headroom.engine.fleet.AssetKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/// Reads the functions of AWS Lambda of one account and region.
///
/// The id is the resource name (ARN) without a version, as on bills. When a function was made is not told,
/// only when it was last changed; so the one is not known, and the other is kept beside. Tags are not in the
/// list and not asked for one by one.
public final class AwsFunctions {
    private static final int PAGE = 50;
    private static final DateTimeFormatter CHANGED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]xx", Locale.ROOT);

    private final LambdaClient lambda;
    private final AwsEntries entries;
    private final Asking asking;

    AwsFunctions(LambdaClient lambda, AwsEntries entries, Asking asking) {
        this.lambda = lambda;
        this.entries = entries;
        this.asking = asking;
    }

    /// A function.
    ///
    /// @param name which the metrics go by
    /// @param changed when it was last changed; it was there from then on
    public record Told(Asset asset, String name, Optional<Instant> changed) {}

    List<Told> read() throws AwsFailureException {
        return asking.asked(
                AwsAction.FUNCTIONS.iam(),
                () -> lambda.listFunctionsPaginator(ask -> ask.maxItems(PAGE)).functions().stream()
                        .map(this::function)
                        .toList());
    }

    private Told function(FunctionConfiguration told) {
        EnumMap<AssetFact, String> facts = new EnumMap<>(AssetFact.class);
        AwsEntries.put(facts, AssetFact.MEMORY_MB, told.memorySize());
        AwsEntries.put(facts, AssetFact.TIMEOUT_S, told.timeout());
        AwsEntries.put(facts, AssetFact.RUNTIME, told.runtimeAsString());
        AwsEntries.put(facts, AssetFact.STATE, told.stateAsString());
        told.architecturesAsStrings().stream()
                .findFirst()
                .ifPresent(one -> AwsEntries.put(facts, AssetFact.ARCHITECTURE, one));
        String id = told.functionArn() == null ? told.functionName() : told.functionArn();
        Asset asset = entries.asset(id, AssetKind.FUNCTION, told.functionName(), null, facts, Map.of());
        return new Told(asset, told.functionName(), changed(told));
    }

    private static Optional<Instant> changed(FunctionConfiguration told) {
        if (told.lastModified() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    OffsetDateTime.parse(told.lastModified(), CHANGED).toInstant());
        } catch (DateTimeException notTold) {
            return Optional.empty();
        }
    }
}
