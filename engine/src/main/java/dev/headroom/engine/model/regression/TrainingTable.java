package dev.headroom.engine.model.regression;

/// What a learner learns from: one row of features and one label a value.
///
/// @param rows finite features, `rows[i][j]` is column `j` of row `i`
/// @param labels what the rows led to; finite
record TrainingTable(double[][] rows, double[] labels) {
    int count() {
        return labels.length;
    }

    int width() {
        return rows[0].length;
    }

    /// The same rows with smaller labels.
    TrainingTable dividedBy(double size) {
        double[] divided = new double[labels.length];
        for (int i = 0; i < divided.length; i++) {
            divided[i] = labels[i] / size;
        }
        return new TrainingTable(rows, divided);
    }

    double meanLabel() {
        double sum = 0;
        for (double label : labels) {
            sum += label;
        }
        return sum / labels.length;
    }

    /// The root mean square distance of the labels from their mean.
    double labelSize() {
        double mean = meanLabel();
        double squares = 0;
        for (double label : labels) {
            squares += (label - mean) * (label - mean);
        }
        return Math.sqrt(squares / labels.length);
    }
}
