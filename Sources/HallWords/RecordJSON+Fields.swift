import HallModel
import HallSyntax

extension RecordJSON {
  /// The value of every key that a thing may have, by its machine name. Answers include these in
  /// addition to computed values, so that a new field of the vocabulary is in all of them.
  package func fields(
    of view: some NodeView, in scope: Scope, _ parties: PartyList? = nil
  ) -> JSONValue {
    let reader = FieldJSON(
      document: view.document, charter: loaded.hall.charter,
      parties: parties ?? loaded.hall.charter.parties)
    var written: [Keyword: [Int]] = [:]
    for field in view.document.fields(of: view.node) {
      let node = view.document.nodes[field]
      if let keyword = node.keyword, !node.value.isEmpty {
        written[keyword, default: []].append(field)
      }
    }
    let members = FieldKey.all(in: scope).map { key -> JSONMembers.Member in
      let values = (written[key.keyword] ?? []).map { reader.value(of: $0, key.use.value) }
      let none: JSONValue = key.use.value.isArray ? [] : .null
      return JSONMembers.Member(
        key.name, key.use.repeats ? .array(values) : values.first ?? none)
    }
    return .object(JSONMembers(members))
  }
}

/// A key of a place, and how it is used there.
private struct FieldKey: Sendable {
  let name: String
  let keyword: Keyword
  let use: Vocabulary.Use

  static func all(in scope: Scope) -> [FieldKey] { byScope[scope.rawValue] ?? make(scope) }

  /// The places of which every thing is written.
  private static let byScope: [UInt64: [FieldKey]] = {
    let scopes: [Scope] = [.matterFront, .meetingFront, .item, .vote, .decision, .task]
    return Dictionary(uniqueKeysWithValues: scopes.map { ($0.rawValue, make($0)) })
  }()

  /// In the order in which they are written.
  private static func make(_ scope: Scope) -> [FieldKey] {
    let keys = Vocabulary.keywords(in: scope).compactMap { keyword in
      Vocabulary.use(of: keyword, in: scope).map {
        FieldKey(name: keyword.machineName, keyword: keyword, use: $0)
      }
    }
    return keys.sorted { JSONMembers.precedes($0.name, $1.name) }
  }
}

extension ValueKind {
  /// Whether a single value is a list.
  fileprivate var isArray: Bool { [.names, .matterReference, .word(.method)].contains(self) }
}

/// The values of one document's fields, independent of the language they are written in. A value
/// that cannot be read is null, and text is unchanged.
private struct FieldJSON {
  let document: Document
  let charter: Charter
  let parties: PartyList

  func value(of field: Int, _ kind: ValueKind) -> JSONValue {
    let slice = document.slice(document.nodes[field].value)
    switch kind {
    case .person: return person(slice)
    case .names where document.nodes[field].keyword == .interest:
      return .array(NameList.split(slice).map(declared))
    case .names: return .array(NameList.split(slice).map(person))
    case .day: return JSONValue(try? Day(reading: slice))
    case .time: return JSONValue((try? Moment(reading: slice))?.text)
    case .period: return (try? Period(reading: slice)).map(period) ?? .null
    case .duration: return JSONValue((try? Minutes(reading: slice))?.count)
    case .matterReference:
      return .array(
        NameList.split(slice).map { JSONValue((try? DocumentID(reading: $0))?.text) })
    case .electorate: return ballots(slice, of: field)
    case .count: return (try? Count(reading: slice)).map { .object(figure($0)) } ?? .null
    case .heads: return JSONValue((try? Count(reading: slice))?.heads)
    case .castingVote:
      guard let vote = try? CastingVote(reading: slice) else { return .null }
      return ["person": person(Slice(vote.person)), "side": JSONValue(vote.side)]
    case .timeAndText:
      let read = TimeAndText(slice)
      return ["time": JSONValue(read.time?.text), "text": .string(read.text.string)]
    case .ballots: return ballots(slice, of: field)
    case .dayAndText where document.nodes[field].keyword == .objectionAnswered:
      return answer(slice)
    case .dayAndText: return dated(slice)
    case .text where document.nodes[field].keyword == .objection: return objection(slice)
    case .dueDayAndText: return due(slice)
    case .word(.method):
      return .array(NameList.split(slice).map { JSONValue(Vocabulary.keyword($0, in: .method)) })
    case .word(let scope): return JSONValue(Vocabulary.keyword(slice, in: scope))
    default: return .string(slice.string)
    }
  }

  private func person(_ slice: Slice) -> JSONValue { charter.person(slice, parties: parties).json }

  /// Somebody with an interest, and the remark: what it is, and whether they left.
  private func declared(_ slice: Slice) -> JSONValue {
    let element = NameList.Element(slice, knowing: charter.roster.hasPerson)
    return ["who": person(element.name), "remark": JSONValue(element.remark?.string)]
  }

  private func period(_ period: Period) -> JSONValue {
    ["from": JSONValue(period.start), "to": JSONValue(period.end)]
  }

  private func figure(_ count: Count?) -> JSONMembers {
    [
      "area": JSONValue(count?.area?.text), "heads": JSONValue(count?.heads),
      "shares": JSONValue(count?.share?.text),
    ]
  }

  /// A count, names, or heads by party; for an option, with its label.
  private func ballots(_ slice: Slice, of field: Int) -> JSONValue {
    let list = NamedSum(slice)
    let entry = try? BallotEntry(
      reading: list.names, parties: parties, isName: charter.roster.hasPerson)
    var count: Count?
    var (names, parties, all) = (JSONValue.null, JSONValue.null, JSONValue.null)
    switch entry {
    case .count(let read): count = read
    case .names(let read):
      names = .array(read.map { .string(FullWidth.name($0)) })
      // What the names counted as when the vote was recorded.
      count = list.sum.flatMap { try? Count(reading: $0) }
    case .byParty(let counts):
      parties = .array(
        counts.map { ["heads": .integer($0.heads), "party": .string($0.party)] })
    case .unanimous: all = "voting"
    case .everybody: all = "present"
    case .sides, nil: break
    }
    var members: JSONMembers = [
      "all": all, "area": JSONValue(count?.area?.text), "heads": JSONValue(count?.heads),
      "names": names, "parties": parties, "shares": JSONValue(count?.share?.text),
    ]
    if case .sides(let sides) = entry {
      for (side, count) in sides { members[side.machineName] = .object(figure(count)) }
    }
    if document.nodes[field].keyword == .option {
      members["option"] = .string(Vote.optionLabel(document.slice(document.nodes[field].key)))
    }
    return .object(members)
  }

  private func objection(_ slice: Slice) -> JSONValue {
    let read = ObjectionText(slice)
    let isAnonymous = read.who.map { ["匿名", "anonymous"].contains($0.lowercased()) } ?? true
    return [
      "date": JSONValue(read.day), "who": isAnonymous ? .null : JSONValue(read.who),
      "text": .string(read.text.string),
    ]
  }

  private func answer(_ slice: Slice) -> JSONValue {
    guard let read = try? ObjectionAnswer(reading: slice) else {
      return ["date": .null, "verdict": .null, "text": .string(slice.string)]
    }
    return [
      "date": JSONValue(read.day), "verdict": JSONValue(read.verdict),
      "text": .string(read.text.string),
    ]
  }

  private func dated(_ slice: Slice) -> JSONValue {
    var cursor = Cursor(slice)
    guard let day = try? cursor.takeDay() else {
      return ["date": .null, "text": .string(slice.string)]
    }
    return ["date": JSONValue(day), "text": .string(cursor.rest.trimmed.string)]
  }

  private func due(_ slice: Slice) -> JSONValue {
    let due = (try? DueValue(reading: slice))?.due
    var cursor = Cursor(slice)
    var rest = slice
    if due?.day != nil, (try? cursor.takeDay()) != nil {
      rest = cursor.rest
    } else if due?.word != nil {
      rest = slice.drop { !isBlank($0) }
    }
    return [
      "due": JSONValue(due?.day), "due_word": JSONValue(due?.word),
      "text": .string(rest.trimmed.string),
    ]
  }
}
