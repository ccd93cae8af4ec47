package dev.headroom.storage.pull;

import dev.headroom.storage.cache.PriceBook;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsPrices;
import dev.headroom.storage.source.price.PriceList;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The list prices of a region. A list in which nothing has changed makes no new version.
final class PricesPart implements PullPart {
    private static final String NAME = "prices";

    private final Place place;
    private final AwsPrices prices;
    private final PriceBook book;
    private final Instant now;

    PricesPart(Place place, AwsPrices prices, PriceBook book, Instant now) {
        this.place = place;
        this.prices = prices;
        this.book = book;
        this.now = now;
    }

    @Override
    public PullTopic topic() {
        return PullTopic.PRICES;
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Expected expected() {
        return new Expected(AwsPrices.PAGES, 0, AwsPrices.BYTES, BigDecimal.ZERO);
    }

    @Override
    public void run(PullDesk desk) throws AwsFailureException, InterruptedException {
        desk.checkCancelled();
        PriceList list = prices.read();
        desk.answered(place.path(NAME), AwsPrices.PAGES);
        if (list.isEmpty()) {
            desk.told(kept(0, 0, "The price list of " + place.region() + " is empty; the prices before it stay."));
            return;
        }
        PriceBook.Kept kept = book.put(list, now);
        desk.told(
                kept.isNew()
                        ? kept(list.size(), 0, "A new version of the prices of " + place.region() + ".")
                        : kept(0, list.size(), "No price of " + place.region() + " has changed."));
    }

    private PullReport.Kept kept(long fresh, long known, String note) {
        return new PullReport.Kept(
                place.path(NAME),
                NAME,
                fresh + known,
                fresh,
                0,
                known,
                Optional.empty(),
                Optional.empty(),
                List.of(note));
    }
}
