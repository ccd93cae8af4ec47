package dev.headroom.storage.advice;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the provider says about the size of a server.
///
/// @param source who says it
/// @param server its id
/// @param finding such as `OVER_PROVISIONED`, or what to do, such as `TERMINATE`
/// @param reasons such as `CPUOverprovisioned`
/// @param lookbackDays over which usage was looked at
/// @param options the best first; none when it should be left as it is or stopped
/// @param savingMonth of stopping it; null where that is not the advice
public record ServerSizeAdvice(
        Source source,
        String server,
        String name,
        String instanceType,
        String finding,
        List<String> reasons,
        @Nullable BigDecimal lookbackDays,
        List<Option> options,
        @Nullable BigDecimal savingMonth,
        String currency)
        implements ProviderAdvice {
    public ServerSizeAdvice {
        reasons = List.copyOf(reasons);
        options = List.copyOf(options);
    }

    /// Who sizes servers at AWS.
    public enum Source {
        COMPUTE_OPTIMIZER,
        COST_EXPLORER
    }

    /// Another size.
    ///
    /// @param risk that it is too small, from 0 (very low) to 4 (very high): the largest over all resources
    /// @param effort of the move, such as `VeryLow`; empty when it is not told
    /// @param savingMonth a month, before discounts
    /// @param savingAfterDiscountsMonth with the commitments and discounts that hold
    public record Option(
            String instanceType,
            @Nullable BigDecimal risk,
            String effort,
            @Nullable BigDecimal savingMonth,
            @Nullable BigDecimal savingAfterDiscountsMonth,
            String currency) {}

    @Override
    public Kind kind() {
        return switch (source) {
            case COMPUTE_OPTIMIZER -> Kind.SERVER_SIZE;
            case COST_EXPLORER -> Kind.RIGHTSIZING;
        };
    }

    @Override
    public String subject() {
        return server;
    }
}
