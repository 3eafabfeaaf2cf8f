/// Myers' search in linear space: it finds the middle of a shortest path from both ends at once,
/// and then searches the two halves.
struct MiddleSnake {
  private let old: [Int32]
  private let new: [Int32]
  private(set) var deleted: [Bool]
  private(set) var added: [Bool]
  /// The furthest point reached on each diagonal, from the front and from the back.
  private var forward: [Int32]
  private var backward: [Int32]
  private let offset: Int
  /// How many differences one search may look for before it settles for what it has found.
  private let bound: Int

  init(old: [Int32], new: [Int32]) {
    self.old = old
    self.new = new
    deleted = [Bool](repeating: false, count: old.count)
    added = [Bool](repeating: false, count: new.count)
    let diagonals = old.count + new.count + 3
    forward = [Int32](repeating: 0, count: diagonals)
    backward = [Int32](repeating: 0, count: diagonals)
    offset = new.count + 1
    var root = 1
    while root * root < diagonals { root *= 2 }
    bound = max(256, root)
  }

  private struct Box {
    var oldStart: Int
    var oldEnd: Int
    var newStart: Int
    var newEnd: Int
  }

  /// Marks every deleted and every added line. The boxes still to be searched are kept on an
  /// explicit stack, so that no text can exhaust the call stack.
  mutating func run() {
    var boxes = [Box(oldStart: 0, oldEnd: old.count, newStart: 0, newEnd: new.count)]
    while var box = boxes.popLast() {
      while box.oldStart < box.oldEnd, box.newStart < box.newEnd,
        old[box.oldStart] == new[box.newStart]
      {
        box.oldStart += 1
        box.newStart += 1
      }
      while box.oldEnd > box.oldStart, box.newEnd > box.newStart,
        old[box.oldEnd - 1] == new[box.newEnd - 1]
      {
        box.oldEnd -= 1
        box.newEnd -= 1
      }
      if box.oldStart == box.oldEnd {
        for index in box.newStart..<box.newEnd { added[index] = true }
      } else if box.newStart == box.newEnd {
        for index in box.oldStart..<box.oldEnd { deleted[index] = true }
      } else {
        let (x, y) = middle(of: box)
        boxes.append(Box(oldStart: x, oldEnd: box.oldEnd, newStart: y, newEnd: box.newEnd))
        boxes.append(Box(oldStart: box.oldStart, oldEnd: x, newStart: box.newStart, newEnd: y))
      }
    }
  }

  /// A point on a shortest path through a box whose corners differ; beyond the bound, the point on
  /// a path that is known to get furthest.
  private mutating func middle(of box: Box) -> (x: Int, y: Int) {
    let (lowest, highest) = (box.oldStart - box.newEnd, box.oldEnd - box.newStart)
    let (front, back) = (box.oldStart - box.newStart, box.oldEnd - box.newEnd)
    let isOdd = (front - back) & 1 != 0
    var (frontLow, frontHigh) = (front, front)
    var (backLow, backHigh) = (back, back)
    forward[front + offset] = Int32(box.oldStart)
    backward[back + offset] = Int32(box.oldEnd)
    var cost = 0
    while true {
      cost += 1
      // The band of diagonals widens by one on each side, and stops at the box's edges.
      if frontLow > lowest {
        frontLow -= 1
        forward[frontLow - 1 + offset] = -1
      } else {
        frontLow += 1
      }
      if frontHigh < highest {
        frontHigh += 1
        forward[frontHigh + 1 + offset] = -1
      } else {
        frontHigh -= 1
      }
      var diagonal = frontHigh
      while diagonal >= frontLow {
        let below = Int(forward[diagonal - 1 + offset])
        let above = Int(forward[diagonal + 1 + offset])
        var x = below < above ? above : below + 1
        var y = x - diagonal
        while x < box.oldEnd, y < box.newEnd, old[x] == new[y] {
          x += 1
          y += 1
        }
        forward[diagonal + offset] = Int32(x)
        if isOdd, diagonal >= backLow, diagonal <= backHigh,
          Int(backward[diagonal + offset]) <= x
        {
          return (x, y)
        }
        diagonal -= 2
      }
      if backLow > lowest {
        backLow -= 1
        backward[backLow - 1 + offset] = Int32.max
      } else {
        backLow += 1
      }
      if backHigh < highest {
        backHigh += 1
        backward[backHigh + 1 + offset] = Int32.max
      } else {
        backHigh -= 1
      }
      diagonal = backHigh
      while diagonal >= backLow {
        let below = Int(backward[diagonal - 1 + offset])
        let above = Int(backward[diagonal + 1 + offset])
        var x = below < above ? below : above - 1
        var y = x - diagonal
        while x > box.oldStart, y > box.newStart, old[x - 1] == new[y - 1] {
          x -= 1
          y -= 1
        }
        backward[diagonal + offset] = Int32(x)
        if !isOdd, diagonal >= frontLow, diagonal <= frontHigh,
          x <= Int(forward[diagonal + offset])
        {
          return (x, y)
        }
        diagonal -= 2
      }
      if cost >= bound {
        return furthest(box, frontLow...frontHigh, backLow...backHigh)
      }
    }
  }

  /// Of all points reached from either end, the one furthest from its start.
  private func furthest(
    _ box: Box, _ front: ClosedRange<Int>, _ back: ClosedRange<Int>
  ) -> (x: Int, y: Int) {
    var best = (x: box.oldStart, y: box.newStart)
    var most = -1
    for diagonal in stride(from: front.upperBound, through: front.lowerBound, by: -2) {
      let x = min(Int(forward[diagonal + offset]), box.oldEnd)
      let y = x - diagonal
      guard y <= box.newEnd, y >= box.newStart, x >= box.oldStart else { continue }
      let way = x - box.oldStart + y - box.newStart
      if way > most { (most, best) = (way, (x, y)) }
    }
    for diagonal in stride(from: back.upperBound, through: back.lowerBound, by: -2) {
      let x = max(Int(backward[diagonal + offset]), box.oldStart)
      let y = x - diagonal
      guard y >= box.newStart, y <= box.newEnd, x <= box.oldEnd else { continue }
      let way = box.oldEnd - x + box.newEnd - y
      if way > most { (most, best) = (way, (x, y)) }
    }
    return best
  }
}
