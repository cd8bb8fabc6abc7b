// Sorts and filters the tables and makes one slider of the dated cap tables. The page can be read
// without it.
(function () {
  'use strict';

  // What a cell counts as: a date or word as it is, "JPY 1,000" and "42-44 %" as their first number.
  function key(cell, number) {
    var text = cell.textContent.trim();
    if (!number) return text.toLowerCase();
    var found = text.replace(/,/g, '').match(/[-+]?\d+(\.\d+)?/);
    return found ? parseFloat(found[0]) : -Infinity;
  }

  function sortBy(table, index, button) {
    var head = button.closest('th'), body = table.tBodies[0], number = head.classList.contains('n');
    var current = head.getAttribute('aria-sort');
    var down = current ? current === 'ascending' : number;
    var rows = Array.prototype.map.call(body.rows, function (row, place) {
      return { row: row, place: place, key: key(row.cells[index], number) };
    });
    rows.sort(function (a, b) {
      var order = a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
      return (down ? -order : order) || a.place - b.place;
    });
    rows.forEach(function (item) { body.appendChild(item.row); });
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell) {
      cell.removeAttribute('aria-sort');
    });
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  }

  function makeSortable(table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, index) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      button.title = 'Sort';
      head.textContent = '';
      head.appendChild(button);
      button.addEventListener('click', function () { sortBy(table, index, button); });
    });
  }

  function makeFilterable(table, box) {
    var label = document.createElement('label'), input = document.createElement('input');
    label.className = 'find';
    label.textContent = table.dataset.find || 'Show only rows with';
    input.type = 'search';
    input.setAttribute('aria-label', label.textContent + ': ' + table.caption.textContent);
    label.appendChild(input);
    box.parentNode.insertBefore(label, box);
    input.addEventListener('input', function () {
      var words = input.value.toLowerCase().split(/\s+/);
      Array.prototype.forEach.call(table.tBodies[0].rows, function (row) {
        var text = row.textContent.toLowerCase();
        row.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
      });
    });
  }

  function makeSlider(box, number) {
    var days = Array.prototype.slice.call(box.querySelectorAll('details'));
    if (days.length < 2) return;
    var line = document.createElement('div'), label = document.createElement('label');
    var input = document.createElement('input'), output = document.createElement('output');
    line.className = 'slide';
    input.type = 'range';
    input.min = 0;
    input.max = days.length - 1;
    input.value = days.length - 1;
    input.id = 'day-' + number;
    label.htmlFor = output.htmlFor = input.id;
    label.textContent = 'Day';
    line.append(label, input, output);
    box.parentNode.insertBefore(line, box);
    box.classList.add('sliding');
    function show() {
      days.forEach(function (day, i) {
        day.open = true;
        day.hidden = i !== Number(input.value);
      });
      output.textContent = days[input.value].dataset.day;
      input.setAttribute('aria-valuetext', output.textContent);
    }
    input.addEventListener('input', show);
    show();
    addEventListener('beforeprint', function () {
      days.forEach(function (day) { day.hidden = false; });
    });
    addEventListener('afterprint', show);
  }

  // Paper cannot be unfolded.
  addEventListener('beforeprint', function () {
    document.querySelectorAll('details').forEach(function (item) {
      item.dataset.was = item.open ? '1' : '';
      item.open = true;
    });
  });
  addEventListener('afterprint', function () {
    document.querySelectorAll('details').forEach(function (item) {
      item.open = item.dataset.was === '1';
    });
  });

  document.querySelectorAll('table').forEach(function (table) {
    var box = table.closest('.scroll');
    if (!box || table.tBodies[0].rows.length < 2) return;
    makeSortable(table);
    if (table.tBodies[0].rows.length > 7) makeFilterable(table, box);
  });
  document.querySelectorAll('.days').forEach(makeSlider);
})();
