#include <algorithm>
#include <cmath>
#include <cstdio>

#include <attest/extractor/training/files.hpp>
#include <attest/extractor/training/judged_names.hpp>
#include <attest/extractor/training/steps.hpp>

namespace attest::extract::training {

namespace {

struct Sample {
  double margin;
  bool hit;
};

struct Line {
  double slope = 1;
  double intercept = 0;
};

// Logistic regression by Newton's method (Platt 1999).
Line fit(const std::vector<Sample>& samples) {
  Line line{0.5, 0};
  for (int round = 0; round < 30; ++round) {
    double g0 = 0, g1 = 0, h00 = 1e-6, h01 = 0, h11 = 1e-6;
    for (const Sample& s : samples) {
      const double p = 1 / (1 + std::exp(-(line.slope * s.margin + line.intercept)));
      const double error = s.hit - p;
      const double w = p * (1 - p);
      g0 += error;
      g1 += error * s.margin;
      h00 += w;
      h01 += w * s.margin;
      h11 += w * s.margin * s.margin;
    }
    const double determinant = h00 * h11 - h01 * h01;
    line.intercept += (h11 * g0 - h01 * g1) / determinant;
    line.slope += (h00 * g1 - h01 * g0) / determinant;
  }
  return line;
}

// By how much confidence and share of hits differ on average, over ten bins (Guo et al. 2017).
double calibration_error(const std::vector<Sample>& samples, const Line& line) {
  double confidence[10] = {}, hits[10] = {};
  for (const Sample& s : samples) {
    const double p = 1 / (1 + std::exp(-(line.slope * s.margin + line.intercept)));
    const int bin = std::min(9, static_cast<int>(p * 10));
    confidence[bin] += p;
    hits[bin] += s.hit;
  }
  double sum = 0;
  for (int b = 0; b < 10; ++b) sum += std::abs(confidence[b] - hits[b]);
  return sum / static_cast<double>(samples.size());
}

}  // namespace

void calibrate(const Paths& paths) {
  const ModelFile lexicon(paths.models / "lexicon.model");
  const ModelFile network(paths.models / "network.model");
  const Models models({lexicon.bytes(), network.bytes()});
  const double one = std::ldexp(1.0, scale::label);
  const auto parameters = Container(network.bytes()).array<NameFinder::Parameters>("name parameters").front();
  std::vector<Sample> samples;
  for (const char* corpus : {"uner_ewt", "gum", "wikigold", "redocred"})
    for (const JudgedDocument& doc : judge_names(models, paths, corpus, "dev"))
      for (const JudgedName& name : doc.found) {
        const double p = std::clamp(static_cast<double>(name.confidence), 1e-6, 1 - 1e-6);
        samples.push_back(
            {(std::log(p / (1 - p)) - parameters.intercept) / (parameters.slope * one), name.hit});
      }
  const Line line = fit(samples);
  const std::vector<float> numbers = {static_cast<float>(line.slope), static_cast<float>(line.intercept)};
  write_file(paths.work / "network" / "confidence.f32", bytes_of(numbers));
  std::printf("confidence of %zu names of the dev splits: off by %.3f on average\n", samples.size(),
              calibration_error(samples, line));
}

}  // namespace attest::extract::training
