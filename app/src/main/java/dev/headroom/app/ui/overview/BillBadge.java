package dev.headroom.app.ui.overview;

import dev.headroom.app.ui.data.StandingFace;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.WorkspaceSession.KnownBills;
import dev.headroom.app.usecase.BillStanding;
import java.time.YearMonth;
import java.util.Optional;

/// How the bill of the last closed month stands to its invoice, small enough for a tile.
///
/// @param word such as `Oct within 0.40 %`
/// @param spoken the same in a sentence
public record BillBadge(YearMonth month, Tone tone, String icon, String word, String spoken) {
    private static final int SHORT = 3;

    static Optional<BillBadge> of(KnownBills bills, Formats formats) {
        return BillStanding.lastClosed(bills.versions()).map(month -> {
            StandingFace face = StandingFace.of(bills.standing(month), formats);
            String name = formats.month(month.atDay(1));
            return new BillBadge(
                    month,
                    face.tone(),
                    face.icon(),
                    name.substring(0, Math.min(SHORT, name.length())) + " " + face.phrase(),
                    "Bill of " + name + " " + month.getYear() + ": " + face.title() + ". Opens the bills.");
        });
    }
}
