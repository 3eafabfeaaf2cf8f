import HallModel
import HallSyntax
import HallWords

/// A word that the command takes only as the value of an option.
enum StrayWord {
  /// How to write a day, or a word of a closed list, with its option.
  static func hint(for word: String, of spec: CommandSpec) -> Phrase? {
    if let advice = spec.strayWord { return advice(word) }
    let names = spec.options.map(\.name)
    let name =
      lists.first { name, scope in
        names.contains(name) && Vocabulary.keyword(Slice(word), in: scope) != nil
      }?.name ?? (isDay(word) ? ["--on", "--due"].first(where: names.contains) : nil)
    return spec.options.first { $0.name == name }.map { option in
      Phrase(
        zh: "写成 \(option.phrase.zh) \(word)", en: "write it as \(option.phrase.en) \(word)")
    }
  }

  /// The options whose values are of a closed list.
  private static let lists: [(name: String, scope: Scope)] = [
    ("--stance", .stance), ("--result", .satisfaction),
  ]

  /// Whether a word means any day.
  private static func isDay(_ word: String) -> Bool {
    let nowhere = Charter(document: Document(path: "hall.md", kind: .hall, bytes: []))
    let words = DateWords(today: Day(number: 0), sense: .due, charter: nowhere)
    do throws(DateWords.Fault) {
      _ = try words.day(word)
      return true
    } catch {
      return error != .unknown
    }
  }
}
