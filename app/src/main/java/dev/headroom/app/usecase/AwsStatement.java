package dev.headroom.app.usecase;

import java.util.List;

/// What AWS itself said at the last pull about sizes and commitments.
///
/// @param sizes by service, account, region and server
/// @param purchases what it advises to buy
/// @param months how commitments stood, by account, commitment and month
public record AwsStatement(List<SizeSaid> sizes, List<PurchaseSaid> purchases, List<CommitmentMonth> months) {
    public AwsStatement {
        sizes = List.copyOf(sizes);
        purchases = List.copyOf(purchases);
        months = List.copyOf(months);
    }

    public static AwsStatement nothing() {
        return new AwsStatement(List.of(), List.of(), List.of());
    }
}
