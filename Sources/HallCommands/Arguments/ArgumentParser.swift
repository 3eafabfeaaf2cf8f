import HallModel
import HallSyntax
import HallWords

/// A call, parsed with the table of commands.
struct ParsedCall: Sendable {
  var spec: CommandSpec
  var arguments: [String] = []
  /// The values of every option by its full name; an option without a value has an empty one.
  var options: [String: [String]] = [:]
  /// Every option as it was typed, by its full name: `--期限` for `--due`.
  var typed: [String: String] = [:]
  /// The words of a nested call that the command is to run, from its name on.
  var nested: [String] = []

  func value(_ option: OptionSpec) -> String? { options[option.name]?.last }
  func values(_ option: OptionSpec) -> [String] { options[option.name] ?? [] }
  func has(_ option: OptionSpec) -> Bool { options[option.name] != nil }
  /// What a message calls an option: as it was typed.
  func name(_ option: OptionSpec) -> String { typed[option.name] ?? option.name }
}

enum ArgumentParser {
  /// Parses a call. Options may be before and after the command; `--` ends them. If the command
  /// runs another one, everything from the name of that one on belongs to it.
  static func parse(_ words: [String], commands: [CommandSpec]) throws(Refusal) -> ParsedCall {
    let (spec, names) = try command(in: words, commands)
    var call = ParsedCall(spec: spec)
    var index = 0
    var onlyArguments = false
    while index < words.count {
      let word = words[index]
      index += 1
      if onlyArguments || !word.hasPrefix("-") || word == "-" {
        if names.contains(index - 1) { continue }
        if !onlyArguments, let option = OptionWords.dashed(word, of: spec) {
          throw .refused(
            Phrase(
              zh: "「\(word)」前面是一个长横线，不是选项",
              en: "'\(word)' begins with a long dash, and is not an option"),
            hint: Phrase(
              zh: "写成半角减号：\(option)", en: "write it with plain hyphens: \(option)"))
        }
        if spec.takesCall, call.arguments.count + 1 == spec.arguments.count {
          call.nested = Array(words[(index - 1)...])
          break
        }
        call.arguments.append(word)
        continue
      }
      if word == "--" {
        onlyArguments = true
        continue
      }
      let (name, attached) = split(word)
      guard let option = spec.allOptions.first(where: { $0.isCalled(name) })
      else {
        throw .unknownOption(
          name, of: spec,
          suggestion: Suggestion.nearest(
            to: name, among: spec.allOptions.flatMap { [$0.name] + ($0.chinese.map { [$0] } ?? []) }
          ))
      }
      var value = attached
      if option.value == nil {
        guard attached == nil else { throw .unexpectedValue(option: name) }
        value = ""
      } else if value == nil, index < words.count {
        value = words[index]
        index += 1
      }
      guard let value else { throw .missingValue(option: name) }
      call.options[option.name, default: []].append(value)
      call.typed[option.name] = name
    }
    if !call.has(.help) {
      try checkCount(call)
      try checkContradictions(call)
    }
    return call
  }

  /// Refuses two options that contradict each other.
  private static func checkContradictions(_ call: ParsedCall) throws(Refusal) {
    if call.has(.json), let format = call.value(.format), format != OutputFormat.json.rawValue {
      throw .contradicting(call.name(.json), "\(call.name(.format)) \(format)")
    }
    for option in call.spec.allOptions {
      let values = call.values(option)
      if !option.repeats, let first = values.first, let other = values.first(where: { $0 != first })
      {
        let name = call.name(option)
        throw .contradicting("\(name) \(first)", "\(name) \(other)")
      }
      guard !values.isEmpty else { continue }
      for other in option.excludes {
        // `--format json` means the same as `--json`.
        let isJSON = other == OptionSpec.json.name && call.value(.format) == "json"
        if call.options[other] != nil || isJSON {
          throw .contradicting(
            call.name(option),
            isJSON ? "\(call.name(.format)) json" : call.typed[other] ?? other)
        }
      }
    }
  }

  /// The command that a call names, by its first word or first two words that are neither an option
  /// nor an option's value, and their places in the call.
  private static func command(
    in words: [String], _ commands: [CommandSpec]
  ) throws(Refusal) -> (spec: CommandSpec, names: [Int]) {
    var places: [Int] = []
    var index = 0
    while index < words.count, places.count < 2 {
      let word = words[index]
      index += 1
      if word == "--" { break }
      if word.hasPrefix("-"), word != "-" {
        let (name, attached) = split(word)
        let option = commands.lazy.flatMap(\.allOptions).first {
          $0.isCalled(name)
        }
        if option?.value != nil, attached == nil { index += 1 }
        continue
      }
      places.append(index - 1)
    }
    guard let first = places.first else { return (commands[0], []) }
    for count in [2, 1] where places.count >= count {
      let called = places.prefix(count).map { words[$0] }
      if let spec = commands.first(where: { $0.isCalled(called) }) {
        return (spec, Array(places.prefix(count)))
      }
    }
    throw unknown(places.map { words[$0] }, words[first], commands)
  }

  /// A word that is not a command, or a first word with an unknown second one.
  private static func unknown(
    _ called: [String], _ first: String, _ commands: [CommandSpec]
  ) -> Refusal {
    let group = commands.filter { $0.groups.contains(first) }
    guard group.isEmpty else {
      let near = called.dropFirst().first.flatMap { word in
        Suggestion.nearest(
          to: word, among: group.filter { !$0.takesAway }.flatMap(\.seconds)
        ).map { "\(first) \($0)" }
      }
      let seconds = group.map { spec in
        let names = spec.seconds
        return Phrase(zh: names.dropFirst().first ?? names[0], en: names[0])
      }
      return .halfCommand(first, seconds: seconds, suggestion: near)
    }
    return .unknownCommand(
      first, suggestion: Suggestion.command(near: first, among: commands))
  }

  private static func split(_ word: String) -> (name: String, value: String?) {
    guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }

  private static func checkCount(_ call: ParsedCall) throws(Refusal) {
    let specs = call.spec.arguments
    let needed = specs.count { !$0.isOptional }
    if call.arguments.count < needed {
      throw .missingArgument(specs[call.arguments.count].name, of: call.spec)
    }
    let takesMore = specs.last?.repeats ?? false
    if call.arguments.count > specs.count, !takesMore {
      let surplus = call.arguments[specs.count...]
      // A word with a remedy is reported before one without.
      let word = surplus.first { StrayWord.hint(for: $0, of: call.spec) != nil }
      throw .unexpectedArgument(word ?? call.arguments[specs.count], of: call.spec)
    }
  }
}

extension CommandSpec {
  /// The words of its name: one, or two as in `task add`.
  var words: [String] { name.split(separator: " ").map(String.init) }

  /// The forms of the first of two words, as in `task` and `任务`.
  var groups: [String] {
    words.count < 2 ? [] : forms.compactMap(\.first)
  }

  /// The forms of the second of two words, as in `add` and `新增`.
  var seconds: [String] {
    words.count < 2 ? [] : forms.compactMap { $0.count > 1 ? $0[1] : nil }
  }

  private var forms: [[String]] {
    ([name] + aliases).map { $0.split(separator: " ").map(String.init) }
  }

  /// Whether words of a call name it; each of two words may be in either language.
  func isCalled(_ called: [String]) -> Bool {
    // A fast path: most names are one word, and every start compares them all.
    if called.count == 1, !name.contains(" ") {
      return name == called[0] || aliases.contains(called[0])
    }
    guard words.count == called.count else { return false }
    return called.indices.allSatisfy { place in
      forms.contains { $0.count == called.count && $0[place] == called[place] }
    }
  }

  /// Whether it undoes existing work: such a command is never suggested for a typing error.
  var takesAway: Bool { ["cancel", "undo", "restore"].contains(words.last) }
}
