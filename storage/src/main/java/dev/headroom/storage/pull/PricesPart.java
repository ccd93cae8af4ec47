package dev.headroom.storage.pull;

import dev.headroom.storage.cache.PriceBook;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsPriceList;
import dev.headroom.storage.source.price.PriceList;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One of the price lists of a region. A list in which nothing has changed makes no new version.
final class PricesPart implements PullPart {
    /// The most pages that a list takes, such as 900 types and as many products at a hundred a page.
    private static final int PAGES = 40;
    /// The most bytes of an answer.
    private static final long BYTES = 30_000_000;

    private final Place place;
    private final AwsPriceList prices;
    private final PriceBook book;
    private final Instant now;

    PricesPart(Place place, AwsPriceList prices, PriceBook book, Instant now) {
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
        return new Expected(PAGES, 0, BYTES, BigDecimal.ZERO);
    }

    @Override
    public void run(PullDesk desk) throws AwsFailureException, InterruptedException {
        PriceList list = desk.asked(prices::read);
        desk.answered(place.path(name()), PAGES);
        String what = prices.scope().words() + " in " + place.region();
        if (list.isEmpty()) {
            desk.told(kept(0, 0, "The price list of " + what + " is empty; the prices before it stay."));
            return;
        }
        PriceBook.Kept kept = book.put(list, now);
        desk.told(
                kept.isNew()
                        ? kept(list.size(), 0, "A new version of the prices of " + what + ".")
                        : kept(0, list.size(), "No price of " + what + " has changed."));
    }

    private String name() {
        return switch (prices.scope()) {
            case MACHINES -> "prices";
            case DATABASES -> "database prices";
            case SAVINGS_PLANS -> "savings plan rates";
        };
    }

    private PullReport.Kept kept(long fresh, long known, String note) {
        return new PullReport.Kept(
                place.path(name()),
                name(),
                fresh + known,
                fresh,
                0,
                known,
                Optional.empty(),
                Optional.empty(),
                List.of(note));
    }
}
