package dev.headroom.storage.source.aws;

import dev.headroom.storage.source.price.PriceList;
import dev.headroom.storage.source.price.PriceScope;

/// One of the price lists that AWS tells of a region.
public sealed interface AwsPriceList permits AwsPrices, AwsDatabasePrices, AwsPlanRates {
    PriceScope scope();

    /// All pages of the region.
    PriceList read() throws AwsFailureException;

    /// True for regions whose logins the services of prices know. They do not answer in other partitions, such as
    /// those of governments and of China, whose logins are not known where they are.
    static boolean isToldFor(String region) {
        return Partitions.of(region).equals(Partitions.USUAL);
    }
}
