package dev.headroom.engine.model.tbats;

import dev.headroom.engine.model.tbats.TbatsForm.Season;
import dev.headroom.engine.model.tbats.TbatsForm.Trend;
import java.util.ArrayList;
import java.util.List;

/// Chooses the form by AIC, one part after the other: waves of the seasons, trend, power, errors.
final class TbatsChoice {
    private static final int MOST_WAVES = 14;
    private static final int LOOK_AHEAD = 3;
    private static final double ROUNDS = 2;
    private static final double SAME = 1e-6;
    private static final double[] POWERS = {0, 0.5};
    private static final int[][] ERRORS = {{1, 0}, {0, 1}, {1, 1}, {2, 1}};

    private final TbatsData data;

    private TbatsChoice(TbatsData data) {
        this.data = data;
    }

    static TbatsEstimate best(TbatsData data, List<Double> periods) {
        TbatsChoice choice = new TbatsChoice(data);
        int observed = data.observed();
        List<Season> seasons = new ArrayList<>();
        for (double period : periods) {
            if (period > 2 && observed > ROUNDS * period) {
                seasons.add(new Season(period, List.of()));
            }
        }
        TbatsForm form = new TbatsForm(1, Trend.NONE, List.of(), 0, 0);
        TbatsEstimate best = TbatsEstimate.at(form, form.start(), data).searched(data, 1, 40);
        best = choice.withWaves(best, seasons).searched(data, 2, 40);
        best = choice.withWaves(best, choice.completed(best, seasons)).searched(data, 2, 40);
        best = choice.other(best, best.form().withTrend(Trend.DAMPED));
        if (data.allowsPowers()) {
            best = choice.withPower(best);
        }
        TbatsEstimate plain = best;
        for (int[] errors : ERRORS) {
            TbatsEstimate next = choice.searched(plain, plain.form().withErrors(errors[0], errors[1]));
            best = next.aic() < best.aic() ? next : best;
        }
        return best.searched(data, 4, 60);
    }

    private TbatsEstimate withPower(TbatsEstimate start) {
        TbatsEstimate best = start;
        for (double power : POWERS) {
            TbatsEstimate next = searched(start, start.form().withLambda(power));
            best = next.aic() < best.aic() ? next : best;
        }
        double found = best.form().lambda();
        if (found < 1) {
            best = other(best, best.form().withLambda(found == 0 ? 0.25 : 0.75));
            best = found == 0.5 ? other(best, best.form().withLambda(0.25)) : best;
        }
        return best;
    }

    /// The better of the estimate and another form searched from it.
    private TbatsEstimate other(TbatsEstimate best, TbatsForm form) {
        TbatsEstimate next = searched(best, form);
        return next.aic() < best.aic() ? next : best;
    }

    private TbatsEstimate searched(TbatsEstimate from, TbatsForm form) {
        return TbatsEstimate.at(form, form.from(from.form(), from.weights()), data)
                .searched(data, 2, 25);
    }

    /// The seasons of the estimate and those it has left out, without waves.
    private List<Season> completed(TbatsEstimate best, List<Season> all) {
        List<Season> seasons = new ArrayList<>();
        for (Season one : all) {
            seasons.add(best.form().seasons().stream()
                    .filter(season -> season.period() == one.period())
                    .findFirst()
                    .orElse(one));
        }
        return seasons;
    }

    /// Adds waves, lowest first, and takes the last ones away while the AIC falls; the weights stay as
    /// they are.
    private TbatsEstimate withWaves(TbatsEstimate start, List<Season> seasons) {
        TbatsEstimate best = start;
        List<Season> kept = new ArrayList<>(seasons);
        for (int i = 0; i < kept.size(); i++) {
            Season tried = kept.get(i);
            int ahead = 0;
            while (ahead <= LOOK_AHEAD && tried.waves().size() < MOST_WAVES) {
                Season more = nextWave(tried, kept.subList(0, i));
                if (more == tried || best.form().states() + 2 * (ahead + 1) > data.observed() / 3) {
                    break;
                }
                tried = more;
                ahead++;
                TbatsEstimate next = at(best, replaced(kept, i, tried));
                if (next.aic() < best.aic()) {
                    best = next;
                    kept.set(i, tried);
                    ahead = 0;
                }
            }
            while (kept.get(i).waves().size() > 1) {
                List<Integer> waves = kept.get(i).waves();
                Season fewer = new Season(kept.get(i).period(), waves.subList(0, waves.size() - 1));
                TbatsEstimate next = at(best, replaced(kept, i, fewer));
                if (next.aic() >= best.aic()) {
                    break;
                }
                best = next;
                kept.set(i, fewer);
            }
        }
        return best;
    }

    private TbatsEstimate at(TbatsEstimate best, List<Season> seasons) {
        TbatsForm form = best.form()
                .withSeasons(seasons.stream()
                        .filter(season -> !season.waves().isEmpty())
                        .toList());
        return TbatsEstimate.at(form, form.from(best.form(), best.weights()), data);
    }

    private static List<Season> replaced(List<Season> seasons, int index, Season season) {
        List<Season> other = new ArrayList<>(seasons);
        other.set(index, season);
        return other;
    }

    /// The season with its next wave that no shorter season has; the season itself when there is none.
    private static Season nextWave(Season season, List<Season> shorter) {
        int last = season.waves().isEmpty() ? 0 : season.waves().getLast();
        for (int often = last + 1; 2 * often < season.period(); often++) {
            double length = season.period() / often;
            boolean taken = shorter.stream()
                    .anyMatch(other -> other.waves().stream()
                            .anyMatch(wave -> Math.abs(other.period() / wave - length) < SAME * length));
            if (!taken) {
                List<Integer> waves = new ArrayList<>(season.waves());
                waves.add(often);
                return new Season(season.period(), waves);
            }
        }
        return season;
    }
}
