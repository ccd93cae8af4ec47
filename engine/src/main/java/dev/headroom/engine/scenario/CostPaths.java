package dev.headroom.engine.scenario;

import dev.headroom.engine.forecast.Futures;
import dev.headroom.engine.series.TimeGrid;
import java.util.ArrayList;
import java.util.List;

/// The daily cost with the events, path by path, and what each new commitment paid for nothing.
final class CostPaths implements Futures {
    private static final int DAY = 24;
    /// Less than this share of a commitment unused is rounding.
    private static final double NOTHING = 1e-9;

    private final Futures before;
    private final double[] values;
    private final List<CommitmentUse> uses;

    private CostPaths(Futures before, double[] values, List<CommitmentUse> uses) {
        this.before = before;
        this.values = values;
        this.uses = uses;
    }

    @Override
    public TimeGrid grid() {
        return before.grid();
    }

    @Override
    public int count() {
        return before.count();
    }

    @Override
    public double value(int path, int step) {
        return values[path * before.steps() + step];
    }

    List<CommitmentUse> uses() {
        return uses;
    }

    static CostPaths of(CostPlan plan) {
        Futures before = plan.base().perDay();
        int days = before.steps();
        double[] values = new double[before.count() * days];
        List<CostPlan.NewCommitment> commitments = plan.commitments();
        double[][] unused = new double[commitments.size()][before.count()];
        for (int day = 0; day < days; day++) {
            double change = plan.change(day);
            double added = plan.added(day);
            Cover cover = Cover.of(plan, day);
            for (int path = 0; path < before.count(); path++) {
                double total = before.value(path, day);
                values[path * days + day] = total + total * change + added + cover.change(total, unused, path);
            }
        }
        List<CommitmentUse> uses = new ArrayList<>();
        for (int i = 0; i < commitments.size(); i++) {
            uses.add(use(commitments.get(i), unused[i]));
        }
        return new CostPaths(before, values, List.copyOf(uses));
    }

    private static CommitmentUse use(CostPlan.NewCommitment commitment, double[] unused) {
        double paid = DAY
                * commitment.perHour()
                * (commitment.span().end() - commitment.span().first());
        int paths = 0;
        for (double one : unused) {
            paths += one > NOTHING * paid ? 1 : 0;
        }
        return new CommitmentUse(commitment.event(), paid, Spread.of(unused), (double) paths / unused.length);
    }

    /// What the new commitments pay for on one day, hour by hour, in the order in which they begin.
    private record Cover(List<CostPlan.NewCommitment> live, int[] place, double[][] eligible, double[][][] overlap) {
        static Cover of(CostPlan plan, int day) {
            List<CostPlan.NewCommitment> all = plan.commitments();
            List<CostPlan.NewCommitment> live = all.stream()
                    .filter(one -> one.span().first() <= day && day < one.span().end())
                    .toList();
            int hours = plan.hours(day);
            int[] place = live.stream().mapToInt(all::indexOf).toArray();
            double[][] eligible = new double[live.size()][hours];
            double[][][] overlap = new double[live.size()][live.size()][hours];
            for (int i = 0; i < live.size(); i++) {
                for (int hour = 0; hour < hours; hour++) {
                    eligible[i][hour] = plan.eligible(live.get(i), day, hour);
                    for (int j = 0; j < i; j++) {
                        overlap[i][j][hour] = eligible[j][hour] == 0
                                ? 0
                                : plan.shared(live.get(i), live.get(j), day, hour) / eligible[j][hour];
                    }
                }
            }
            return new Cover(live, place, eligible, overlap);
        }

        /// By how much the cost of a day with this total changes.
        double change(double total, double[][] unused, int path) {
            double change = 0;
            for (int i = 0; i < live.size(); i++) {
                double perHour = live.get(i).perHour();
                double covers = live.get(i).covers();
                int hours = eligible[i].length;
                for (int hour = 0; hour < hours; hour++) {
                    double need = total * eligible[i][hour];
                    for (int j = 0; j < i; j++) {
                        need -= overlap[i][j][hour]
                                * Math.min(
                                        total * eligible[j][hour], live.get(j).covers());
                    }
                    double covered = Math.min(Math.max(0, need), covers);
                    double stands = (double) DAY / hours;
                    change += stands * (perHour - covered);
                    unused[place[i]][path] += stands * perHour * (1 - covered / covers);
                }
            }
            return change;
        }
    }
}
