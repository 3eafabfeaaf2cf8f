import HallModel
import HallSyntax
import HallWords

/// Options typed by people who do not know their names.
enum OptionWords {
  /// Explains the option that a Chinese word means, and how options are written.
  static func hint(for word: String, of spec: CommandSpec) -> Phrase? {
    let plain = String(word.drop { $0 == "-" })
    guard !plain.isEmpty, plain.unicodeScalars.contains(where: { !$0.isASCII }) else { return nil }
    guard let option = option(plain, of: spec) else {
      return Phrase(
        zh: "用「hall 帮助 \(spec.called(.zh).dropFirst(5))」看有哪些选项",
        en: "'hall help \(spec.name)' lists the options")
    }
    func call(_ language: Language) -> String {
      option.phrase[language] + (option.value.map { " " + $0[language] } ?? "")
    }
    return Phrase(zh: "「\(plain)」写成 \(call(.zh))", en: "'\(plain)' is \(call(.en))")
  }

  /// Finds it by the vocabulary, then by the placeholder of its value, then by its summary.
  private static func option(_ word: String, of spec: CommandSpec) -> OptionSpec? {
    let options = spec.allOptions
    let names = Vocabulary.entries.filter { $0.zh.contains(word) }.flatMap(\.en).map { name in
      "--" + name.split(separator: " ").joined(separator: "-")
    }
    return options.first { names.contains($0.name) }
      ?? options.first { $0.value?.zh == word } ?? options.first { $0.summary.zh.contains(word) }
  }

  /// The option that was meant if a text editor has turned two hyphens into a long dash.
  static func dashed(_ word: String, of spec: CommandSpec) -> String? {
    let dashes: Set<Character> = ["—", "–", "―", "－", "−"]
    guard let first = word.first, dashes.contains(first) else { return nil }
    let name = word.drop { dashes.contains($0) || $0 == "-" }.prefix { $0 != "=" }
    return ["--" + name, "-" + name].first { word in
      spec.allOptions.contains { $0.isCalled(word) }
    }
  }
}
