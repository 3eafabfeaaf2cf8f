import HallModel
import HallSyntax

/// A voter named in a vote.
struct VoterName: Sendable {
  /// As it is compared: `张三`, `居民/张三`, `2-1-301`.
  let name: String
  let document: Document
  let range: Range<Int>
  /// The number of its line.
  let line: Int
  /// The field or the table that contains it.
  let source: Int
  /// Whether a ballot was cast: a row may also record that none was.
  let isCast: Bool
  /// The choice: two ballots with the same choice agree.
  let choice: String
}

/// Votes that are written by party, as in `居民 12`.
struct PartyVotes: Sendable {
  let party: String
  let heads: Int
  let document: Document
  /// The range of the party.
  let range: Range<Int>
}

/// Everybody named in one vote: in the lines of its sides or options, and in its roll call.
struct VoterNames: Sendable {
  /// After 同意, 反对 and 弃权, in the order of the file.
  private(set) var sides: [VoterName] = []
  /// After the options.
  private(set) var options: [VoterName] = []
  /// One for each row of the ballot table, which may be in a separate file.
  private(set) var roll: [VoterName] = []
  /// Counts by party, without names.
  private(set) var byParty: [PartyVotes] = []

  var all: [VoterName] { sides + options + roll }
  var cast: [VoterName] { all.filter(\.isCast) }

  init(_ vote: Vote, in meeting: Meeting, ballotBook: BallotBook?) {
    let document = vote.document
    for index in document.fields(of: vote.node) {
      let node = document.nodes[index]
      guard let keyword = node.keyword, Vocabulary.voteSides.contains(keyword),
        let entry = try? BallotEntry(
          side: document.slice(node.value), in: meeting)
      else { continue }
      switch entry {
      case .count, .unanimous, .everybody, .sides: continue
      case .byParty(let counts):
        byParty += counts.map {
          PartyVotes(
            party: $0.party, heads: $0.heads, document: document, range: $0.place.indices)
        }
      case .names(let names):
        let choice =
          keyword == .option
          ? Vote.optionLabel(document.slice(node.key)) : keyword.word(.en)
        let voters = names.map {
          VoterName(
            name: FullWidth.name($0), document: document, range: $0.indices, line: Int(node.line),
            source: index, isCast: true, choice: choice)
        }
        if keyword == .option { options += voters } else { sides += voters }
      }
    }
    guard let table = vote.ballotTable ?? ballotBook.flatMap({ BallotTable(file: $0.document) })
    else { return }
    roll = table.ballots.map { VoterNames.voter($0, in: table.document) }
  }

  private static func voter(_ ballot: BallotTable.Ballot, in document: Document) -> VoterName {
    let row = document.nodes[ballot.node]
    let cell = TableCells.split(document.slice(row.value))
      .first { FullWidth.name($0) == ballot.voter }
    let word = Vocabulary.keyword(ballot.choice, in: .ballotWord)
    return VoterName(
      name: ballot.voter, document: document, range: cell?.indices ?? row.value,
      line: Int(row.line), source: Int(row.parent),
      isCast: !ballot.choice.isEmpty && word != .silent && word != .recused,
      choice: word?.word(.en) ?? FullWidth.name(ballot.choice))
  }
}

extension CheckContext {
  /// The file with a vote's ballots, if it is here.
  func ballotBook(of vote: Vote) -> BallotBook? {
    vote.book(among: hall.ballotBooks)
  }

  /// Finds who is meant under the vote's rule; nil where the vote names no defined rule.
  func reader(of tally: Tally) -> VoteReader? {
    tally.counts?.reader
  }
}
