//! Cycles in references.

use std::collections::BTreeSet;

/// Every node from which the references lead back to itself, one for each cycle.
pub fn cycles<K: Ord + Clone>(
    nodes: impl IntoIterator<Item = K>,
    next: impl Fn(&K) -> Vec<K>,
) -> Vec<K> {
    let mut done = BTreeSet::new();
    let mut found = Vec::new();
    for node in nodes {
        walk(node, &next, &mut done, &mut found);
    }
    found
}

/// Depth first, with a stack of its own: a chain may be as long as the site has files.
fn walk<K: Ord + Clone>(
    start: K,
    next: &impl Fn(&K) -> Vec<K>,
    done: &mut BTreeSet<K>,
    found: &mut Vec<K>,
) {
    let mut path = BTreeSet::new();
    let mut stack = vec![(start.clone(), None)];
    while let Some((node, successors)) = stack.last_mut() {
        if successors.is_none() && (done.contains(node) || !path.insert(node.clone())) {
            stack.pop();
            continue;
        }
        match successors.get_or_insert_with(|| next(node)).pop() {
            Some(successor) if path.contains(&successor) => found.push(successor),
            Some(successor) => stack.push((successor, None)),
            None => {
                path.remove(node);
                done.insert(node.clone());
                stack.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::cycles;

    #[test]
    fn each_cycle_is_found_once() {
        let next = |n: &u32| match n {
            1 => vec![2, 5],
            2 => vec![3],
            3 => vec![1],
            4 => vec![4],
            5 => vec![6],
            7 => vec![1, 5],
            _ => vec![],
        };
        assert_eq!(cycles(1..=7, next), [1, 4]);
        let chain = |n: &u32| if *n < 100_000 { vec![n + 1] } else { vec![] };
        assert_eq!(cycles([0], chain), Vec::<u32>::new());
    }
}
