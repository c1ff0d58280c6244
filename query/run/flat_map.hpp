// The base of operators that turn each row into any number of rows: scans, expansions, UNWIND, CALL.
#pragma once

#include <attest/query/run/operator.hpp>

namespace attest::query {

class FlatMap : public Operator {
 public:
  using Operator::Operator;
  void reset() override;

 protected:
  /// Begins the results of one input row.
  virtual void open(const Batch& in, std::size_t row, Context& context) = 0;
  /// Appends up to `room` results to the columns this operator makes and returns how many; fewer than `room`
  /// where the row has no more.
  virtual std::size_t emit(Batch& out, std::size_t room, Context& context) = 0;

  /// For prepare(): the slots that go through, and what the child must give besides.
  void carry(const SlotSet& through, const SlotSet& read);

  bool produce(Batch& out, Context& context) final;
  const Batch& input() const { return *in_; }
  std::size_t input_row() const { return row_; }

 private:
  void flush(Batch& out);
  bool advance(Context& context);

  std::vector<Slot> carried_;
  std::unique_ptr<Batch> in_;
  std::vector<std::uint32_t> sources_;  // the input row of each row not yet gathered
  std::size_t row_ = 0;
  bool open_ = false;
};

}  // namespace attest::query
