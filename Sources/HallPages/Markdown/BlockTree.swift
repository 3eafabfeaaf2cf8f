/// The blocks of a text in Markdown, by their places in one array: the first is the whole text.
struct BlockTree {
  enum Kind: Equatable {
    case document, quote, item, paragraph, rule
    /// `1.` and `1)` are different lists, and so are `-`, `+` and `*`.
    case list(mark: UInt8, start: Int?)
    case heading(Int)
    /// Code between fences, with what follows the first of them; or code that is indented.
    case code(fence: Fence?)
    /// How its columns are set.
    case table([Alignment])
  }

  struct Fence: Equatable {
    let mark: UInt8
    let length: Int
    let indent: Int
    var info: [UInt8] = []
  }

  enum Alignment { case none, left, centre, right }

  struct Block {
    let kind: Kind
    let parent: Int
    var children: [Int] = []
    var lines: [[UInt8]] = []
    var isOpen = true
    /// The columns that the content of an item is indented by.
    var padding = 0
    /// Whether a blank line was its last.
    var endsBlank = false
    /// Whether blank lines part the items of a list, or the blocks of one of them.
    var isLoose = false
  }

  var blocks: [Block] = [Block(kind: .document, parent: 0)]

  /// How deep quotes and lists may stand in each other; what is deeper is text.
  static let deepest = 64

  func depth(of block: Int) -> Int {
    var (depth, block) = (0, block)
    while block != 0 { (depth, block) = (depth + 1, blocks[block].parent) }
    return depth
  }

  mutating func add(_ kind: Kind, to parent: Int) -> Int {
    let place = blocks.count
    blocks.append(Block(kind: kind, parent: parent))
    blocks[parent].children.append(place)
    return place
  }
}
