// Names compared: one spelling for forms that differ in case, marks and punctuation only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attest::extract {

/// Lower case, letters without their marks and in Latin script, apostrophes and periods dropped, all other
/// punctuation a space: "Ibn Sīnā’s" → "ibn sinas", "U. S." → "us", "Baden-Baden" → "baden
/// baden". A leading "the" goes.
std::string fold_name(std::string_view name);

/// The words of a folded name.
std::vector<std::string_view> words_of(std::string_view folded);

/// One spelling for the ways a name of another script comes into Latin letters: "grigoriyev" and "grigoriev"
/// agree, as do "khachatryan" and "hachatrian". For one folded word.
std::string sound_key(std::string_view word);

}  // namespace attest::extract
