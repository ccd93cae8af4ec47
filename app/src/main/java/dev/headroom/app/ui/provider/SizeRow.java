package dev.headroom.app.ui.provider;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.usecase.SizeBeside;
import dev.headroom.app.usecase.SizeBeside.Agreement;
import dev.headroom.app.usecase.SizeSaid;
import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.Recommendation;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// The size of a server as two advise it, as a line of the table.
///
/// @param name under which the server is shown
/// @param account under which its account is shown
public record SizeRow(SizeBeside beside, String name, String account) {
    private static final List<String> RISKS = List.of("very low", "low", "medium", "high", "very high");

    /// A risk in one word.
    ///
    /// @param grade from 0 (very low) to 4 (very high)
    public record Risk(int grade, String words) {
        public Tone tone() {
            return grade < 2 ? Tone.GOOD : grade == 2 ? Tone.WATCH : Tone.BAD;
        }
    }

    /// The server and who speaks about it: what makes two lines the same.
    public String key() {
        return beside.server() + " " + beside.source();
    }

    public Agreement agreement() {
        return beside.agreement();
    }

    public String now() {
        return beside.type().isEmpty() ? Formats.UNKNOWN : beside.type();
    }

    /// Such as `Compute Optimizer`.
    public String source() {
        return beside.theirs().map(said -> said.source().words()).orElse(Formats.UNKNOWN);
    }

    /// The type that AWS advises, or `keep` or `stop`.
    public String theirs() {
        return beside.theirs()
                .map(said ->
                        said.action().equals("resize") ? said.to().orElse(Formats.UNKNOWN) : decided(said.action()))
                .orElse(Formats.UNKNOWN);
    }

    /// The type that Headroom advises, or `keep` or `stop`.
    public String ours() {
        return beside.ours()
                .map(one -> one instanceof Recommendation.Resize
                        ? one.to().map(InstanceShape::instanceType).orElse(Formats.UNKNOWN)
                        : decided(one.action()))
                .orElse(Formats.UNKNOWN);
    }

    private static String decided(String action) {
        return action.equals("undecided") ? Formats.UNKNOWN : action;
    }

    /// NaN when it is not known.
    public double theirSaving() {
        return amount(beside.theirSaving());
    }

    /// NaN when it is not known, or nothing is to be done.
    public double ourSaving() {
        return amount(beside.ourSaving());
    }

    private static double amount(Optional<Money> money) {
        return money.map(known -> known.amount().doubleValue()).orElse(Double.NaN);
    }

    /// Of the move that AWS advises.
    public Optional<Risk> theirRisk() {
        return beside.theirs()
                .flatMap(SizeSaid::risk)
                .map(risk -> risk.setScale(0, RoundingMode.HALF_UP).intValue())
                .map(grade -> new Risk(grade, RISKS.get(Math.clamp(grade, 0, RISKS.size() - 1))));
    }

    /// Of the move that Headroom advises.
    public Optional<Risk> ourRisk() {
        return beside.ours()
                .filter(one -> one.saving().isPresent())
                .flatMap(Recommendation::risk)
                .map(risk -> new Risk(risk.maximum(), risk.level().words()));
    }
}
