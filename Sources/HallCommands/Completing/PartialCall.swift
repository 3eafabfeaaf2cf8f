/// The words of a call before the cursor, as far as they can be understood. Nothing is refused.
struct PartialCall {
  /// The command; nil if it is not named yet.
  private(set) var spec: CommandSpec?
  /// The first of the two words of its name, if only that is typed.
  private(set) var group: String?
  /// Whether no command has the words that are typed.
  private(set) var isUnknown = false
  private(set) var arguments: [String] = []
  /// The values of every option that is typed, by its full name.
  private(set) var values: [String: [String]] = [:]
  /// The option whose value is at the cursor.
  private(set) var pending: OptionSpec?
  /// Whether `--` has ended the options.
  private(set) var onlyArguments = false
  /// The words of a nested call, as after `amend ID`; nil if none is begun.
  private(set) var nested: [String]?

  init(_ words: [String], _ commands: [CommandSpec]) {
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      if word == "--", !onlyArguments {
        onlyArguments = true
      } else if !onlyArguments, word.hasPrefix("-"), word != "-" {
        take(option: word, words, &index, commands)
      } else if let spec {
        if spec.takesCall, arguments.count + 1 == spec.arguments.count {
          nested = Array(words[(index - 1)...])
          return
        }
        arguments.append(word)
      } else {
        name(word, commands)
        if isUnknown { return }
      }
    }
  }

  private mutating func take(
    option word: String, _ words: [String], _ index: inout Int, _ commands: [CommandSpec]
  ) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = word.hasPrefix("--") ? String(parts[0]) : word
    let options = spec?.allOptions ?? commands.flatMap(\.allOptions)
    guard let option = options.first(where: { $0.isCalled(name) }) else { return }
    values[option.name, default: []] += []
    guard option.value != nil else { return }
    if word.hasPrefix("--"), parts.count == 2 {
      values[option.name, default: []].append(String(parts[1]))
    } else if index < words.count {
      values[option.name, default: []].append(words[index])
      index += 1
    } else {
      pending = option
    }
  }

  private mutating func name(_ word: String, _ commands: [CommandSpec]) {
    let called = (group.map { [$0] } ?? []) + [word]
    if let found = commands.first(where: { $0.isCalled(called) }) {
      (spec, group) = (found, nil)
    } else if group == nil, commands.contains(where: { $0.groups.contains(word) }) {
      group = word
    } else {
      isUnknown = true
    }
  }

  /// The argument that is being typed; nil after the last one of the command.
  var argument: ArgumentSpec? {
    guard let specs = spec?.arguments else { return nil }
    if arguments.count < specs.count { return specs[arguments.count] }
    return specs.last.flatMap { $0.repeats ? $0 : nil }
  }

  /// The options that may still be given.
  func options(_ commands: [CommandSpec]) -> [OptionSpec] {
    let spec = spec ?? commands[0]
    let excluded = Set(spec.allOptions.filter { values[$0.name] != nil }.flatMap(\.excludes))
    return spec.allOptions.filter {
      (values[$0.name] == nil || $0.repeats) && !excluded.contains($0.name)
    }
  }
}
