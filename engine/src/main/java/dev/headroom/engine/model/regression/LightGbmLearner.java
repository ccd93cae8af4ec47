package dev.headroom.engine.model.regression;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;

/// Trees by LightGBM, native code that lives only as long as the fit.
///
/// Source: G. Ke et al. (2017), LightGBM: a highly efficient gradient boosting decision tree, NeurIPS. Departures:
/// none.
final class LightGbmLearner implements TreeLearner {
    private static final int BINS = 63;

    @Override
    public String library() {
        return "LightGBM";
    }

    @Override
    public TreeSum boosting(TrainingTable table, TreeSettings settings, long seed) {
        String kind = "boosting=gbdt objective=regression lambda_l2=1 learning_rate=" + settings.rate();
        return grow(table, settings, seed, kind, 1);
    }

    /// Gradient boosting on absolute errors, each tree on a part of rows and columns.
    TreeSum robustBoosting(TrainingTable table, TreeSettings settings, long seed) {
        String kind = "boosting=gbdt objective=regression_l1 bagging_freq=1 bagging_fraction=0.7 feature_fraction="
                + settings.columnShare() + " learning_rate=" + settings.rate();
        return grow(table, settings, seed, kind, 1);
    }

    @Override
    public TreeSum forest(TrainingTable table, TreeSettings settings, long seed) {
        String kind = "boosting=rf objective=regression bagging_freq=1 bagging_fraction=0.632 feature_fraction="
                + settings.columnShare();
        return grow(table, settings, seed, kind, 1.0 / settings.trees());
    }

    private static TreeSum grow(TrainingTable table, TreeSettings settings, long seed, String kind, double scale) {
        String parameters = "num_threads=1 deterministic=true force_row_wise=true verbosity=-1"
                + " max_bin=" + BINS + " min_data_in_bin=1 feature_pre_filter=false num_leaves=" + settings.leaves()
                + " max_depth=" + settings.depth() + " min_data_in_leaf=" + settings.leafRows()
                + " seed=" + Math.floorMod(seed, Integer.MAX_VALUE) + " " + kind;
        int width = table.width();
        double[] flat = new double[table.count() * width];
        float[] labels = new float[table.count()];
        for (int i = 0; i < labels.length; i++) {
            System.arraycopy(table.rows()[i], 0, flat, i * width, width);
            labels[i] = (float) table.labels()[i];
        }
        try (LGBMDataset data = LGBMDataset.createFromMat(flat, labels.length, width, true, parameters, null)) {
            data.setField("label", labels);
            try (LGBMBooster booster = LGBMBooster.create(data, parameters)) {
                for (int i = 0; i < settings.trees(); i++) {
                    if (booster.updateOneIter()) {
                        break;
                    }
                }
                String text = booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.SPLIT);
                return LightGbmText.read(text, scale);
            }
        } catch (LGBMException e) {
            throw new IllegalStateException(
                    "LightGBM refused a table of " + table.count() + " rows and " + width + " columns: "
                            + e.getMessage(),
                    e);
        }
    }
}
