import HallModel
import HallStore
import HallSyntax
import HallWords

extension CommandContext {
  /// The language of `LC_ALL`, `LC_MESSAGES` or `LANG`; nil where they say none: not set, or the
  /// language of no country (`C`, `POSIX`, `C.UTF-8`; POSIX.1-2024, 8.2).
  var environmentLanguage: Language? {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { world.environment[$0] }
      .first { !$0.isEmpty }
    guard let set, !["C", "POSIX"].contains(set.prefix { $0 != "." }) else { return nil }
    return set.hasPrefix("zh") ? .zh : .en
  }

  /// The language that somebody speaks who types these words: Chinese, if any is Chinese, else the
  /// environment's; nil where nothing tells.
  func toldLanguage(of words: [String]) -> Language? {
    words.contains { Language(of: $0) == .zh } ? .zh : environmentLanguage
  }

  /// The same; English where nothing tells.
  func spokenLanguage(of words: [String]) -> Language { toldLanguage(of: words) ?? .en }

  /// The language of help, and of refusals for which no hall is needed: that of `--lang` if it can
  /// be read, else the hall's, else that of the words, else the environment's; English where nothing
  /// tells.
  ///
  /// - Parameter words: the words of the call.
  package func language(of words: [String]) -> Language { knownLanguage(of: words) ?? .en }

  /// The same; nil where nothing tells.
  func knownLanguage(of words: [String]) -> Language? {
    var folder: HallFolder?
    for (index, word) in words.enumerated() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map(String.init)
      let value = parts.count == 2 ? parts[1] : index + 1 < words.count ? words[index + 1] : nil
      guard let value else { continue }
      if OptionSpec.language.isCalled(parts[0]), let language = Language(named: value) {
        return language
      }
      if OptionSpec.hall.isCalled(parts[0]), folder == nil {
        folder = try? HallFolder(at: value, from: world.workingDirectory)
      }
    }
    folder = folder ?? HallFolder.find(upwardFrom: world.workingDirectory)
    let charter = folder?.charter().charter
    return charter?.language ?? toldLanguage(of: words)
  }
}

extension Language {
  /// A language by its code or its name: `zh`, `中文`, `English`.
  init?(named word: String) {
    switch word.lowercased() {
    case "zh", "中文", "汉语", "chinese": self = .zh
    case "en", "英文", "英语", "english": self = .en
    default: return nil
    }
  }
}
